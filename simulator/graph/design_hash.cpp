// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/graph/design_hash.h"

#include "model/serialization/design_file.h"

#include <openssl/evp.h>

namespace plimsoll {

std::string hashOfDesign(const Design& design)
{
    std::string text = writeDesign(design);
    // A trace beside the design is part of what was run.
    for (const Scenario& scenario : design.scenarios) {
        for (const auto& [source, profile] : scenario.traffic) {
            if (profile.trace.rates)
                text += source + std::to_string(profile.trace.rates->digest);
        }
    }
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    EVP_Digest(text.data(), text.size(), digest, &length, EVP_sha256(), nullptr);
    std::string hex;
    for (unsigned int byte = 0; byte < 8; ++byte) {
        constexpr char digits[] = "0123456789abcdef";
        hex += digits[digest[byte] >> 4];
        hex += digits[digest[byte] & 15];
    }
    return hex;
}

}  // namespace plimsoll
