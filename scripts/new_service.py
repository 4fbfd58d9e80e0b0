#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""./dev new-service ID FAMILY: everything that one more service needs, to be filled with its facts.

Writes its folder, its test, its icon and its lines in the lists. The gate (tst_gate) names what is still missing."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SPDX = "// SPDX-FileCopyrightText: The Plimsoll authors\n// SPDX-License-Identifier: GPL-3.0-or-later\n"


def fail(text: str) -> None:
    sys.exit(f"new-service: {text}")


def camel(folder: str) -> str:
    first, *rest = folder.split("_")
    return first + "".join(word.capitalize() for word in rest)


def families() -> dict:
    """Folder of each family -> (its struct, its Config, its Load), read off the headers."""
    found = {}
    for header in sorted((ROOT / "simulator/families").glob("*/*.h")):
        text = header.read_text(encoding="utf-8")
        for struct in re.findall(r"^struct (\w+Family)(?: : \w+)? \{(.*?)^\};", text, re.M | re.S):
            config = re.search(r"using Config = (\w+);", struct[1])
            load = re.search(r"using Load = (\w+);", struct[1])
            if config and load:
                found[header.parent.name] = (struct[0], config[1], load[1], header.relative_to(ROOT).as_posix())
    return found


def write(path: str, text: str) -> None:
    target = ROOT / path
    if target.exists():
        fail(f"{path} exists already")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    print(f"  {path}")


def insert(path: str, pattern: str, line: str) -> None:
    """Puts `line` after the last line that matches."""
    target = ROOT / path
    lines = target.read_text(encoding="utf-8").splitlines(keepends=True)
    at = max((n for n, each in enumerate(lines) if re.search(pattern, each)), default=None)
    if at is None:
        fail(f"{path}: no line like {pattern}")
    if line not in lines:
        lines.insert(at + 1, line)
        target.write_text("".join(lines), encoding="utf-8")
        print(f"  {path}: {line.strip()}")


def main() -> None:
    known = families()
    if len(sys.argv) != 3 or sys.argv[2] not in known:
        fail("say ./dev new-service ID FAMILY; families: " + ", ".join(known))
    service, family = sys.argv[1], sys.argv[2]
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", service):
        fail(f"{service} is no id: lower-case words with hyphens, e.g. elasticache")
    folder, (struct, config, load, header) = service.replace("-", "_"), known[family]
    function, name = camel(folder), " ".join(word.capitalize() for word in service.split("-"))
    drawn = ROOT / "simulator/services/drawing_only/drawing_only_spec.cpp"
    if f'"{service}"' in drawn.read_text(encoding="utf-8"):
        print(f"note: {service} can be drawn already: take its entry out of {drawn.relative_to(ROOT)}")
    print("written:")
    base = f"simulator/services/{folder}/{folder}"
    write(f"{base}_spec.cpp", SPDX + f'''#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::{folder} {{

ServiceSpec {function}Spec()
{{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "{service}";
    spec.name = "{name}";
    spec.shortName = "{name}";
    spec.category = "generic";
    spec.summary = "";          // one sentence for palette and tooltips
    spec.integrationName = "";  // its name in resources/integrations.csv
    spec.docsUrl = "";
    spec.parameters = {{}};  // each with unit, range, default, help, and who says so
    spec.meters = {{}};      // each in resources/price_books/source/meters.csv
    spec.quotas = {{}};
    return spec;
}}

}}  // namespace plimsoll::services::{folder}
''')
    write(f"{base}.cpp", SPDX + f'''#include "{header}"
#include "simulator/services/family_service.h"

namespace plimsoll::services::{folder} {{

ServiceSpec {function}Spec();  // {folder}_spec.cpp

namespace {{

{config} configure(const ComponentView& /*self*/)
{{
    {config} config;
    return config;
}}

void bill(const ComponentView& /*self*/, const {load}& /*load*/, const MeterSink& /*meters*/) {{}}

}}  // namespace

Service {function}()
{{
    return serviceOf<{struct}>({function}Spec(), configure, bill);
}}

}}  // namespace plimsoll::services::{folder}
''')
    write(f"simulator/services/{folder}/README.md", f"# {name}\n\n## Modelled\n\n## Left out\n\n## Assumptions\n\n## Sources\n")
    write(f"resources/icons/services/{service}.svg", '''<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 48 48">
  <rect width="48" height="48" rx="10" fill="#475569"/>
  <g fill="none" stroke="#FFFFFF" stroke-width="2.25" stroke-linecap="round" stroke-linejoin="round">
    <rect x="12" y="12" width="24" height="24" rx="3"/>
  </g>
</svg>
''') if not (ROOT / f"resources/icons/services/{service}.svg").exists() else None
    test = "Tst" + "".join(word.capitalize() for word in folder.split("_"))
    write(f"tests/simulator/services/tst_{folder}.cpp", SPDX + f'''#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// A golden scenario, worked by hand.
class {test} : public QObject {{
    Q_OBJECT
private Q_SLOTS:
    void billsWhatWasWorkedOutByHand() {{ QFAIL("to be written: a load, its meters and its bill by hand"); }}
}};

PLIMSOLL_TEST({test})
#include "tst_{folder}.moc"
''')
    insert("simulator/CMakeLists.txt", r"^  [a-z0-9_]+$", f"  {folder}\n")
    insert("tests/simulator/CMakeLists.txt", r"^    services/tst_\w+\.cpp$", f"    services/tst_{folder}.cpp\n")
    insert("resources/plimsoll.qrc", r"<file>icons/services/", f"        <file>icons/services/{service}.svg</file>\n")
    print(f"next: the facts in {base}_spec.cpp, configure and bill in {base}.cpp, its meters in\n"
          "  resources/price_books/source/meters.csv (its README says how), its pairs in\n"
          "  resources/integrations.csv, its icon, its README and its test; tst_gate says what is missing.")


main()
