// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/jobs.h"

int main(int argc, char** argv)
{
    return plimsoll::runJob(argc, argv);
}
