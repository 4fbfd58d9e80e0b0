<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>±: how far off this may be, from %n runs (95 times in 100)</source>
        <translation>
            <numerusform>±: how far off this may be, from %n run (95 times in 100)</numerusform>
            <numerusform>±: how far off this may be, from %n runs (95 times in 100)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>±: how far off this may be, from %n stretches of the one run (95 times in 100)</source>
        <translation>
            <numerusform>±: how far off this may be, from %n stretch of the one run (95 times in 100)</numerusform>
            <numerusform>±: how far off this may be, from %n stretches of the one run (95 times in 100)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plimsoll::AuditPage</name>
    <message numerus="yes">
        <source>%n replications</source>
        <translation>
            <numerusform>%n replication</numerusform>
            <numerusform>%n replications</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plimsoll::ChartCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plimsoll::ComparePage</name>
    <message numerus="yes">
        <source>%n run(s) of each side on the same draws</source>
        <translation>
            <numerusform>%n run of each side on the same draws</numerusform>
            <numerusform>%n runs of each side on the same draws</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plimsoll::FrontChart</name>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plimsoll::MainWindow</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n files beside %1</source>
        <translation>
            <numerusform>Wrote %n file beside %1</numerusform>
            <numerusform>Wrote %n files beside %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plimsoll::PictureDialog</name>
    <message numerus="yes">
        <source>The selection (%n)</source>
        <translation>
            <numerusform>The selection (%n)</numerusform>
            <numerusform>The selection (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n pages</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>All %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plimsoll::PriceField</name>
    <message numerus="yes">
        <source>%n line(s) without a price are not in the total</source>
        <translation>
            <numerusform>%n line without a price is not in the total</numerusform>
            <numerusform>%n lines without a price are not in the total</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plimsoll::ResultsPanel</name>
    <message numerus="yes">
        <source>%n designs together; %1</source>
        <translation>
            <numerusform>%n design; %1</numerusform>
            <numerusform>%n designs together; %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plimsoll::SummaryPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
