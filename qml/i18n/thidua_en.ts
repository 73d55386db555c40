<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>HandoverPart</name>
    <message numerus="yes">
        <source>%n change(s) for somebody with a network to bring to the server. The file is no receipt.</source>
        <translation>
            <numerusform>%n change for somebody with a network to bring to the server. The file is no receipt.</numerusform>
            <numerusform>%n changes for somebody with a network to bring to the server. The file is no receipt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomeOverviewCard</name>
    <message numerus="yes">
        <source>%n without any report</source>
        <translation>
            <numerusform>%n unit without any report</numerusform>
            <numerusform>%n units without any report</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not complete</source>
        <translation>
            <numerusform>%n unit not complete</numerusform>
            <numerusform>%n units not complete</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomeProgressCard</name>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n draft</numerusform>
            <numerusform>%n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n returned</source>
        <translation>
            <numerusform>%n returned</numerusform>
            <numerusform>%n returned</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message numerus="yes">
        <source>%n value(s) were entered differently by two people</source>
        <translation>
            <numerusform>%n value was entered differently by two people</numerusform>
            <numerusform>%n values were entered differently by two people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were not accepted by the server</source>
        <translation>
            <numerusform>%n change was not accepted by the server</numerusform>
            <numerusform>%n changes were not accepted by the server</numerusform>
        </translation>
    </message>
</context>
</TS>
