// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/address_parameters.h"

namespace plimsoll::services::splunk {

ServiceSpec splunkSpec();  // splunk_spec.cpp

Service splunk()
{
    return outside_address::serviceOf(splunkSpec());
}

}  // namespace plimsoll::services::splunk
