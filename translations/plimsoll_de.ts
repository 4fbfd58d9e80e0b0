<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>BoardShapes</name>
    <message>
        <source>Frame</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Double-click to write</source>
        <translation>Zum Schreiben doppelklicken</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Bring back the design of a run</source>
        <translation>Entwurf eines Laufs zurückholen</translation>
    </message>
    <message>
        <source>Change lines</source>
        <translation>Linien ändern</translation>
    </message>
    <message>
        <source>Change kind of group</source>
        <translation>Art der Gruppe ändern</translation>
    </message>
    <message>
        <source>Change title</source>
        <translation>Titel ändern</translation>
    </message>
    <message>
        <source>Change region</source>
        <translation>Region ändern</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Notiz bearbeiten</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Change scenario</source>
        <translation>Szenario ändern</translation>
    </message>
</context>
<context>
    <name>ConnectTool</name>
    <message>
        <source>Drop here to choose what comes next</source>
        <translation>Hier loslassen, um das Nächste zu wählen</translation>
    </message>
</context>
<context>
    <name>ConnectionKind</name>
    <message>
        <source>call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>put</source>
        <translation>schreiben</translation>
    </message>
    <message>
        <source>notify</source>
        <translation>benachrichtigen</translation>
    </message>
    <message>
        <source>poll</source>
        <translation>lesen</translation>
    </message>
    <message>
        <source>query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>load</source>
        <translation>laden</translation>
    </message>
    <message>
        <source>replicate</source>
        <translation>replizieren</translation>
    </message>
    <message>
        <source>start</source>
        <translation>starten</translation>
    </message>
    <message>
        <source>uses</source>
        <translation>benutzen</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>unlimited</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>%1 million</source>
        <translation>%1 Millionen</translation>
    </message>
    <message>
        <source>%1 billion</source>
        <translation>%1 Milliarden</translation>
    </message>
    <message>
        <source>%1 trillion</source>
        <translation>%1 Billionen</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>a rate</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 %2/s</source>
        <comment>a rate with its unit</comment>
        <translation>%1 %2/s</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>bytes per second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>d</source>
        <comment>days</comment>
        <translation>d</translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours</comment>
        <translation>h</translation>
    </message>
    <message>
        <source>min</source>
        <comment>minutes</comment>
        <translation>min</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>&lt;%1</source>
        <comment>less than an amount</comment>
        <translation>&lt;%1</translation>
    </message>
    <message>
        <source>&lt;%1</source>
        <comment>less than a share</comment>
        <translation>&lt;%1</translation>
    </message>
    <message>
        <source>&gt;%1</source>
        <comment>more than a share</comment>
        <translation>&gt;%1</translation>
    </message>
    <message numerus="yes">
        <source>±: how far off this may be, from %n runs (95 times in 100)</source>
        <translation>
            <numerusform>±: mögliche Abweichung, aus %n Lauf (in 95 von 100 Fällen)</numerusform>
            <numerusform>±: mögliche Abweichung, aus %n Läufen (in 95 von 100 Fällen)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>±: how far off this may be, from %n stretches of the one run (95 times in 100)</source>
        <translation>
            <numerusform>±: mögliche Abweichung, aus %n Abschnitt des einen Laufs (in 95 von 100 Fällen)</numerusform>
            <numerusform>±: mögliche Abweichung, aus %n Abschnitten des einen Laufs (in 95 von 100 Fällen)</numerusform>
        </translation>
    </message>
    <message>
        <source>No ±: too little passed here in one run to say how far off this may be. More runs can tell.</source>
        <translation>Kein ±: In einem Lauf kam hier zu wenig durch, um die mögliche Abweichung anzugeben. Mehr Läufe können es zeigen.</translation>
    </message>
    <message>
        <source>No ±: one delay resembles the next too much within one run. More runs can tell.</source>
        <translation>Kein ±: Innerhalb eines Laufs ähnelt eine Verzögerung der nächsten zu sehr. Mehr Läufe können es zeigen.</translation>
    </message>
    <message>
        <source>No ±: delays kept rising or falling through the run. More runs can tell.</source>
        <translation>Kein ±: Die Verzögerungen stiegen oder fielen den ganzen Lauf hindurch. Mehr Läufe können es zeigen.</translation>
    </message>
    <message>
        <source>No ±: a sampled run does not keep the time inside a component part by part. More runs can tell.</source>
        <translation>Kein ±: Ein Lauf in Stichproben hält die Zeit in einer Komponente nicht nach Teilen fest. Mehr Läufe können es zeigen.</translation>
    </message>
    <message>
        <source>no completions</source>
        <translation>nichts abgeschlossen</translation>
    </message>
    <message>
        <source>too few samples</source>
        <translation>zu wenige Stichproben</translation>
    </message>
</context>
<context>
    <name>GroupItem</name>
    <message>
        <source>%1/month</source>
        <translation>%1/Monat</translation>
    </message>
    <message>
        <source>1 component</source>
        <translation>1 Komponente</translation>
    </message>
    <message>
        <source>%1 components</source>
        <translation>%1 Komponenten</translation>
    </message>
</context>
<context>
    <name>MetricNames</name>
    <message>
        <source>Delay %1</source>
        <translation>Verzögerung %1</translation>
    </message>
    <message>
        <source>Response %1</source>
        <translation>Antwortzeit %1</translation>
    </message>
    <message>
        <source>Delay, average</source>
        <translation>Verzögerung, Mittelwert</translation>
    </message>
    <message>
        <source>Response, average</source>
        <translation>Antwortzeit, Mittelwert</translation>
    </message>
    <message>
        <source>Freshness, worst</source>
        <translation>Aktualität, schlechteste</translation>
    </message>
    <message>
        <source>Freshness, average</source>
        <translation>Aktualität, Mittelwert</translation>
    </message>
    <message>
        <source>Share throttled</source>
        <translation>Anteil gedrosselt</translation>
    </message>
    <message>
        <source>Share failed</source>
        <translation>Anteil fehlgeschlagen</translation>
    </message>
    <message>
        <source>Share refused</source>
        <translation>Anteil abgewiesen</translation>
    </message>
    <message>
        <source>Records lost</source>
        <translation>Verlorene Datensätze</translation>
    </message>
    <message>
        <source>Backlog, peak</source>
        <translation>Rückstand, höchster</translation>
    </message>
    <message>
        <source>Oldest record, peak</source>
        <translation>Ältester Datensatz, Spitze</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>from a component to another</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>a figure and a component</comment>
        <translation>%1 bei %2</translation>
    </message>
</context>
<context>
    <name>NoteItem</name>
    <message>
        <source>Double-click to write</source>
        <translation>Zum Schreiben doppelklicken</translation>
    </message>
</context>
<context>
    <name>NumberTrees</name>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>throttled</source>
        <translation>gedrosselt</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>of these, attempts after the first</source>
        <translation>davon Versuche nach dem ersten</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Angeboten</translation>
    </message>
    <message>
        <source>accepted + throttled + rejected</source>
        <translation>angenommen + gedrosselt + abgewiesen</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>completed + failed + lost + in flight</source>
        <translation>abgeschlossen + fehlgeschlagen + verloren + unterwegs</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>in flight at the end</source>
        <translation>am Ende unterwegs</translation>
    </message>
    <message>
        <source>refused by %1</source>
        <translation>abgewiesen durch %1</translation>
    </message>
    <message>
        <source>Throttled</source>
        <translation>Gedrosselt</translation>
    </message>
    <message>
        <source>offered − accepted − rejected</source>
        <translation>angeboten − angenommen − abgewiesen</translation>
    </message>
    <message>
        <source>what each limit refused</source>
        <translation>was jedes Limit abgewiesen hat</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Stichproben</translation>
    </message>
    <message>
        <source>how far off it may be (95 times in 100)</source>
        <translation>mögliche Abweichung (95 von 100 Malen)</translation>
    </message>
    <message>
        <source>on average</source>
        <translation>im Mittel</translation>
    </message>
    <message>
        <source>slowest</source>
        <translation>am langsamsten</translation>
    </message>
    <message>
        <source>%1 of the time inside</source>
        <translation>%1 der Zeit darin</translation>
    </message>
    <message>
        <source>nearest rank among the samples</source>
        <translation>nächster Rang unter den Stichproben</translation>
    </message>
    <message>
        <source>what is left of the accepted</source>
        <translation>was vom Angenommenen übrig bleibt</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>offered − accepted − throttled</source>
        <translation>angeboten − angenommen − gedrosselt</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>component, meter</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>where the time of the slowest 1% goes</source>
        <translation>wohin die Zeit der langsamsten 1&#xa0;% geht</translation>
    </message>
    <message>
        <source>where the time goes</source>
        <translation>wohin die Zeit geht</translation>
    </message>
    <message>
        <source>mean of sampled messages</source>
        <translation>Mittel von Nachrichten in Stichproben</translation>
    </message>
    <message>
        <source>the largest of the samples</source>
        <translation>der größte der Messwerte</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>geliefert</translation>
    </message>
    <message>
        <source>records of the sources that were readable here by the end</source>
        <translation>Datensätze der Quellen, die am Ende hier lesbar waren</translation>
    </message>
    <message>
        <source>with a delay that was measured</source>
        <translation>mit gemessener Verzögerung</translation>
    </message>
    <message>
        <source>not yet delivered</source>
        <translation>noch nicht geliefert</translation>
    </message>
    <message>
        <source>accepted on the way and not readable here when the run ended</source>
        <translation>unterwegs angenommen und am Ende des Laufs hier nicht lesbar</translation>
    </message>
    <message>
        <source>age of the oldest of them</source>
        <translation>Alter des ältesten davon</translation>
    </message>
    <message>
        <source>freshness</source>
        <translation>Aktualität</translation>
    </message>
    <message>
        <source>how long ago what is readable here was the newest, over time</source>
        <translation>wie lange her ist, dass das hier Lesbare das Neueste war, über die Zeit</translation>
    </message>
    <message>
        <source>worst</source>
        <translation>schlechteste</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>sent − failed − gave up</source>
        <translation>gesendet − fehlgeschlagen − aufgegeben</translation>
    </message>
    <message>
        <source>sent and come to an end</source>
        <translation>gesendet und zu Ende gekommen</translation>
    </message>
    <message>
        <source>gave up</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>asked for, at most</source>
        <translation>verlangt, höchstens</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>im Monat</translation>
    </message>
    <message>
        <source>the sum of what is metered</source>
        <translation>die Summe dessen, was abgerechnet wird</translation>
    </message>
    <message>
        <source>the dearest less the cheapest</source>
        <translation>das teuerste weniger das günstigste</translation>
    </message>
    <message>
        <source>the second less the first</source>
        <translation>das zweite weniger das erste</translation>
    </message>
    <message>
        <source>mean of its runs</source>
        <translation>Mittel seiner Läufe</translation>
    </message>
    <message>
        <source>runs on the same draws</source>
        <translation>Läufe mit denselben Zufallszahlen</translation>
    </message>
    <message>
        <source>from the differences of each pair of runs</source>
        <translation>aus den Differenzen je zweier Läufe</translation>
    </message>
</context>
<context>
    <name>PageReference</name>
    <message>
        <source>Goes on to %1 on the page %2</source>
        <translation>Geht weiter zu %1 auf der Seite %2</translation>
    </message>
    <message>
        <source>Comes from %1 on the page %2</source>
        <translation>Kommt von %1 auf der Seite %2</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Add page</source>
        <translation>Seite hinzufügen</translation>
    </message>
    <message>
        <source>Rename page</source>
        <translation>Seite umbenennen</translation>
    </message>
    <message>
        <source>Move page</source>
        <translation>Seite verschieben</translation>
    </message>
    <message>
        <source>Delete page</source>
        <translation>Seite löschen</translation>
    </message>
    <message>
        <source>Move to another page</source>
        <translation>Auf eine andere Seite verschieben</translation>
    </message>
</context>
<context>
    <name>PaletteModel</name>
    <message>
        <source>clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>streaming</source>
        <translation>Streaming</translation>
    </message>
    <message>
        <source>compute</source>
        <translation>Rechenleistung</translation>
    </message>
    <message>
        <source>database</source>
        <translation>Datenbanken</translation>
    </message>
    <message>
        <source>storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>analytics</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>integration</source>
        <translation>Integration</translation>
    </message>
    <message>
        <source>networking</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>generic</source>
        <translation>Allgemein</translation>
    </message>
</context>
<context>
    <name>ParameterText</name>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Seite %1</translation>
    </message>
</context>
<context>
    <name>ScenarioFields</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>How much time a run simulates.</source>
        <translation>Wie viel Zeit ein Lauf simuliert.</translation>
    </message>
    <message>
        <source>Monthly budget</source>
        <translation>Monatsbudget</translation>
    </message>
    <message>
        <source>The verdict says when the bill exceeds it.</source>
        <translation>Das Fazit sagt, wenn die Rechnung darüber liegt.</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>as after a long time</source>
        <translation>wie nach langer Zeit</translation>
    </message>
    <message>
        <source>cold, from nothing</source>
        <translation>kalt, aus dem Nichts</translation>
    </message>
    <message>
        <source>Settled: warm environments, full credits and buckets, capacity scaled to the opening rate. Cold: none of it.</source>
        <translation>Eingeschwungen: warme Umgebungen, volle Guthaben und Token-Buckets, Kapazität auf die Anfangsrate skaliert. Kalt: nichts davon.</translation>
    </message>
    <message>
        <source>It is down</source>
        <translation>Sie ist ausgefallen</translation>
    </message>
    <message>
        <source>It is slow</source>
        <translation>Sie ist langsam</translation>
    </message>
    <message>
        <source>It fails some work</source>
        <translation>Ein Teil der Arbeit schlägt fehl</translation>
    </message>
    <message>
        <source>It loses capacity</source>
        <translation>Sie verliert Kapazität</translation>
    </message>
    <message>
        <source>Its zone is lost</source>
        <translation>Ihre Zone ist ausgefallen</translation>
    </message>
    <message>
        <source>It stops reading</source>
        <translation>Sie liest nicht mehr</translation>
    </message>
    <message>
        <source>A record always fails</source>
        <translation>Ein Datensatz schlägt immer fehl</translation>
    </message>
    <message>
        <source>A new version rolls out</source>
        <translation>Eine neue Version wird ausgerollt</translation>
    </message>
    <message>
        <source>Spot nodes are taken</source>
        <translation>Spot-Knoten werden entzogen</translation>
    </message>
    <message>
        <source>Times slower</source>
        <translation>Um den Faktor langsamer</translation>
    </message>
    <message>
        <source>Share that fails</source>
        <translation>Anteil, der fehlschlägt</translation>
    </message>
    <message>
        <source>Share left</source>
        <translation>Verbleibender Anteil</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Konstant</translation>
    </message>
    <message>
        <source>Ramp</source>
        <translation>Rampe</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Spike</source>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>Day and night</source>
        <translation>Tag und Nacht</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>Aus einer Datei</translation>
    </message>
    <message>
        <source>How the rate changes over the scenario.</source>
        <translation>Wie sich die Rate im Szenario ändert.</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Records or requests per second; the mean of a day or week, the start of a ramp.</source>
        <translation>Datensätze oder Anfragen pro Sekunde; der Mittelwert eines Tages oder einer Woche, der Anfang einer Rampe.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>A CSV file of times or rates, named from the folder of the design.</source>
        <translation>Eine CSV-Datei mit Zeiten oder Raten, benannt ab dem Ordner des Entwurfs.</translation>
    </message>
    <message>
        <source>Rate at the end</source>
        <translation>Rate am Ende</translation>
    </message>
    <message>
        <source>Peak rate</source>
        <translation>Spitzenrate</translation>
    </message>
    <message>
        <source>Peak starts at</source>
        <translation>Spitze beginnt bei</translation>
    </message>
    <message>
        <source>Peak lasts</source>
        <translation>Spitze dauert</translation>
    </message>
    <message>
        <source>Peak hour</source>
        <translation>Spitzenstunde</translation>
    </message>
    <message>
        <source>Weekend</source>
        <translation>Wochenende</translation>
    </message>
    <message>
        <source>× weekday</source>
        <translation>× Werktag</translation>
    </message>
    <message>
        <source>Traffic on Saturday and Sunday, as a multiple of a weekday&apos;s.</source>
        <translation>Last am Samstag und Sonntag als Vielfaches eines Werktags.</translation>
    </message>
    <message>
        <source>Begins on</source>
        <translation>Beginnt am</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Montag</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Dienstag</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Mittwoch</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Donnerstag</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Freitag</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Samstag</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Sonntag</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>Ankünfte</translation>
    </message>
    <message>
        <source>Evenly spaced</source>
        <translation>Gleichmäßig</translation>
    </message>
    <message>
        <source>Random (Poisson)</source>
        <translation>Zufällig (Poisson)</translation>
    </message>
    <message>
        <source>In bursts</source>
        <translation>Stoßweise</translation>
    </message>
    <message>
        <source>Many independent users arrive at random; a clock-driven producer evenly; what is collected and sent on, in bursts.</source>
        <translation>Viele unabhängige Benutzer kommen zufällig an; ein getakteter Produzent gleichmäßig; was gesammelt und weitergeschickt wird, stoßweise.</translation>
    </message>
    <message>
        <source>Within a burst</source>
        <translation>Innerhalb eines Stoßes</translation>
    </message>
    <message>
        <source>× mean</source>
        <translation>× Mittelwert</translation>
    </message>
    <message>
        <source>The rate within a burst, as a multiple of the mean.</source>
        <translation>Die Rate innerhalb eines Stoßes als Vielfaches des Mittelwerts.</translation>
    </message>
    <message>
        <source>Time in bursts</source>
        <translation>Zeit in Stößen</translation>
    </message>
    <message>
        <source>A burst lasts</source>
        <translation>Ein Stoß dauert</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>Beginnt bei</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>Dauert</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>× usual</source>
        <translation>× üblich</translation>
    </message>
    <message>
        <source>or a rate of</source>
        <translation>oder eine Rate von</translation>
    </message>
    <message>
        <source>Again every</source>
        <translation>Wieder alle</translation>
    </message>
    <message>
        <source>86,400 s is a day; 0 is once.</source>
        <translation>86.400 s sind ein Tag; 0 heißt einmal.</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>At</source>
        <translation>An</translation>
    </message>
    <message>
        <source>whole design</source>
        <translation>gesamter Entwurf</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Asked of</source>
        <translation>Gefragt wird</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Abfragen</translation>
    </message>
    <message>
        <source>Open loop: asked at this rate however slow the answers are.</source>
        <translation>Offen: Gefragt wird mit dieser Rate, wie langsam die Antworten auch sind.</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Closed loop: each asks again after thinking about the answer.</source>
        <translation>Geschlossen: Jeder fragt erst wieder, nachdem er über die Antwort nachgedacht hat.</translation>
    </message>
    <message>
        <source>Think time</source>
        <translation>Denkzeit</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>Work per GB</source>
        <translation>Arbeit pro GB</translation>
    </message>
    <message>
        <source>Work per GB scanned on one slice; an assumption to replace by a measurement.</source>
        <translation>Arbeit pro gelesenem GB auf einem Slice; eine Annahme, die durch eine Messung zu ersetzen ist.</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Läuft auf</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>First at</source>
        <translation>Zuerst bei</translation>
    </message>
    <message>
        <source>no other job</source>
        <translation>kein anderer Job</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Reads from</source>
        <translation>Liest aus</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>what is new</source>
        <translation>was neu ist</translation>
    </message>
    <message>
        <source>a window of time</source>
        <translation>ein Zeitfenster</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Output factor</source>
        <translation>Ausgabefaktor</translation>
    </message>
    <message>
        <source>Writes to</source>
        <translation>Schreibt nach</translation>
    </message>
    <message>
        <source>If still running</source>
        <translation>Falls noch einer läuft</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>warten</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>auslassen</translation>
    </message>
    <message>
        <source>run beside it</source>
        <translation>daneben ausführen</translation>
    </message>
    <message>
        <source>all in one zone</source>
        <translation>alle in einer Zone</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>any one</source>
        <translation>irgendeine</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>How fast dead letters go back to the queue they came from.</source>
        <translation>Wie schnell Dead-Letter-Nachrichten in die Warteschlange zurückgehen, aus der sie kamen.</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
    <message>
        <source>Asked for at</source>
        <translation>Angefragt bei</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>from a component to another</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Goes back to</source>
        <translation>Geht zurück auf</translation>
    </message>
    <message>
        <source>the oldest record</source>
        <translation>den ältesten Datensatz</translation>
    </message>
    <message>
        <source>a time</source>
        <translation>einen Zeitpunkt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Page %1</source>
        <translation>Seite %1</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source> (from average rates, sized for {use} use).</source>
        <translation> (aus mittleren Raten, dimensioniert für {use} Auslastung).</translation>
    </message>
    <message>
        <source> and {more} more</source>
        <translation> und {more} weitere</translation>
    </message>
    <message>
        <source>, bound by {limit} ({use} of it on average</source>
        <translation>, begrenzt durch {limit} (davon im Mittel {use} genutzt</translation>
    </message>
    <message>
        <source>, bound by {limit} ({use})</source>
        <translation>, begrenzt durch {limit} ({use})</translation>
    </message>
    <message>
        <source>, in force from {from} s</source>
        <translation>, wirksam ab {from} s</translation>
    </message>
    <message>
        <source>, most at {peak} s, clear at {clear} s</source>
        <translation>, am meisten bei {peak} s, abgebaut bei {clear} s</translation>
    </message>
    <message>
        <source>, most of it at {component}</source>
        <translation>, das meiste davon bei {component}</translation>
    </message>
    <message>
        <source>, most of them to {receiver}</source>
        <translation>, die meisten davon an {receiver}</translation>
    </message>
    <message>
        <source>, near or over it from {first} s on, for {share} of the time</source>
        <translation>, ab {first} s nahe daran oder darüber, {share} der Zeit lang</translation>
    </message>
    <message>
        <source>, the oldest for {age} s</source>
        <translation>, der älteste seit {age} s</translation>
    </message>
    <message>
        <source>, {share} over</source>
        <translation>, {share} darüber</translation>
    </message>
    <message>
        <source>.NET 10, native AOT</source>
        <translation>.NET 10, native AOT</translation>
    </message>
    <message>
        <source>0 takes the WebSocket connections that an instance of the class allows.</source>
        <translation>0 nimmt die WebSocket-Verbindungen, die eine Instanz der Klasse zulässt.</translation>
    </message>
    <message>
        <source>0 takes what an instance of the class allows, idle ones included.</source>
        <translation>0 nimmt, was eine Instanz der Klasse zulässt, unbenutzte eingeschlossen.</translation>
    </message>
    <message>
        <source>0 takes what is included (gp3), or 1,000 (io1). gp3 takes more from 400 GiB on only.</source>
        <translation>0 nimmt, was enthalten ist (gp3), oder 1.000 (io1). gp3 nimmt erst ab 400 GiB mehr.</translation>
    </message>
    <message>
        <source>0 takes what the engine sets for the class, or for the most ACUs.</source>
        <translation>0 nimmt, was die Engine für die Klasse oder für die meisten ACUs setzt.</translation>
    </message>
    <message>
        <source>0 takes what the engine sets for the memory of its class.</source>
        <translation>0 nimmt, was die Engine für den Arbeitsspeicher der Klasse setzt.</translation>
    </message>
    <message>
        <source>0 takes what the name says: 2 up to large, then twice as many with each size.</source>
        <translation>0 nimmt, was der Name sagt: 2 bis large, dann mit jeder Größe doppelt so viele.</translation>
    </message>
    <message>
        <source>0 takes what the name says: micro 1, medium 4, m large 8, r large 16, then twice as much with each size.</source>
        <translation>0 nimmt, was der Name sagt: micro 1, medium 4, m large 8, r large 16, dann mit jeder Größe doppelt so viel.</translation>
    </message>
    <message>
        <source>1 / (1 - share of reads that hit)</source>
        <translation>1 / (1 - Trefferanteil der Lesezugriffe)</translation>
    </message>
    <message>
        <source>1/min</source>
        <translation>1/min</translation>
    </message>
    <message>
        <source>1/s</source>
        <translation>1/s</translation>
    </message>
    <message>
        <source>10 s (fast)</source>
        <translation>10 s (schnell)</translation>
    </message>
    <message>
        <source>125 MiB/s come with a gp3 volume; more is paid for, and its 3,000 IOPS carry 750.</source>
        <translation>125 MiB/s gehören zu einem gp3-Volume; mehr kostet extra, und seine 3.000 IOPS tragen 750.</translation>
    </message>
    <message>
        <source>15 or 30 minutes, hours, or days.</source>
        <translation>15 oder 30 Minuten, Stunden oder Tage.</translation>
    </message>
    <message>
        <source>20 GB are free, the rest is billed.</source>
        <translation>20 GB sind frei, der Rest wird berechnet.</translation>
    </message>
    <message>
        <source>30 s</source>
        <translation>30 s</translation>
    </message>
    <message>
        <source>32 KB steps a message</source>
        <translation>32-KB-Schritte einer Nachricht</translation>
    </message>
    <message>
        <source>32 KB steps of those</source>
        <translation>32-KB-Schritte davon</translation>
    </message>
    <message>
        <source>5 KB steps of an update</source>
        <translation>5-KB-Schritte einer Aktualisierung</translation>
    </message>
    <message>
        <source>512 KB steps a request</source>
        <translation>512-KB-Schritte einer Anfrage</translation>
    </message>
    <message>
        <source>: {reader} failed on them</source>
        <translation>: {reader} scheiterte an ihnen</translation>
    </message>
    <message>
        <source>: {reader} finished {finished}/s of the {came}/s that came in</source>
        <translation>: {reader} erledigte {finished}/s von {came}/s, die hereinkamen</translation>
    </message>
    <message>
        <source>: {reader} took none of their tries</source>
        <translation>: {reader} nahm keinen ihrer Versuche an</translation>
    </message>
    <message>
        <source>: {receives} {receives|receive|receives} found no room at {reader} and counted all the same</source>
        <translation>: {receives} {receives|Empfang fand|Empfänge fanden} bei {reader} keinen Platz und {receives|zählte|zählten} trotzdem</translation>
    </message>
    <message>
        <source>; {share} of the slowest hundredth&apos;s time is {part}</source>
        <translation>; {share} der Zeit des langsamsten Hundertstels ist {part}</translation>
    </message>
    <message>
        <source>A GraphQL API: resolves each operation from the sources behind it and answers once.</source>
        <translation>Eine GraphQL-API: löst jede Operation aus den Quellen dahinter auf und antwortet einmal.</translation>
    </message>
    <message>
        <source>A TCP connection is closed after this long without a byte; TLS has 350 s and UDP 120 s, fixed.</source>
        <translation>Eine TCP-Verbindung wird nach so langer Zeit ohne ein Byte geschlossen; TLS hat fest 350 s, UDP fest 120 s.</translation>
    </message>
    <message>
        <source>A TCP flow is forgotten after this long without a packet.</source>
        <translation>Ein TCP-Flow wird nach so langer Zeit ohne ein Paket vergessen.</translation>
    </message>
    <message>
        <source>A TCP flow may idle for 350 s unless told otherwise, another one for 120 s.</source>
        <translation>Ein TCP-Flow darf 350 s ruhen, wenn nichts anderes gesagt ist, ein anderer 120 s.</translation>
    </message>
    <message>
        <source>A batch at {component} fails again and again and blocks its shard, for {blocked} s in all</source>
        <translation>Ein Batch bei {component} schlägt immer wieder fehl und blockiert seinen Shard, insgesamt {blocked} s lang</translation>
    </message>
    <message>
        <source>A batch that fails is cut in two and each half is tried again.</source>
        <translation>Ein Batch, der fehlschlägt, wird halbiert, und jede Hälfte wird erneut versucht.</translation>
    </message>
    <message>
        <source>A batch that is not full closes this long after its first record; 0 takes what has come when a server is free.</source>
        <translation>Ein nicht voller Batch schließt so lange nach seinem ersten Datensatz; 0 nimmt, was da ist, sobald ein Server frei wird.</translation>
    </message>
    <message>
        <source>A broker keeps {kept} partitions, copies included; {advised} are advised for its size</source>
        <translation>Ein Broker hält {kept} Partitionen, Kopien eingeschlossen; für seine Größe werden {advised} empfohlen</translation>
    </message>
    <message>
        <source>A byte kept in {component} costs {ratio} times what it costs in {other} (${here} against ${there} per GB-month).</source>
        <translation>Ein Byte in {component} kostet {ratio}-mal so viel wie in {other} (${here} gegenüber ${there} pro GB-Monat).</translation>
    </message>
    <message>
        <source>A callback</source>
        <translation>Ein Callback</translation>
    </message>
    <message>
        <source>A change that its Kinesis stream has no capacity for is tried again so much later.</source>
        <translation>Eine Änderung, für die der Kinesis-Stream keine Kapazität hat, wird um so viel später erneut versucht.</translation>
    </message>
    <message>
        <source>A change that the target refused; those behind it wait.</source>
        <translation>Eine Änderung, die das Ziel abgewiesen hat; die dahinter warten.</translation>
    </message>
    <message>
        <source>A check unanswered for this long has failed.</source>
        <translation>Eine so lange unbeantwortete Prüfung ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>A client&apos;s connection is closed after this long without a byte; a target that does not answer for so long makes a 504.</source>
        <translation>Die Verbindung eines Clients wird nach so langer Zeit ohne ein Byte geschlossen; antwortet ein Ziel so lange nicht, gibt es einen 504.</translation>
    </message>
    <message>
        <source>A cluster of EC2 instances that runs batch jobs, started for each job or kept running.</source>
        <translation>Ein Cluster aus EC2-Instanzen für Batch-Jobs, für jeden Job gestartet oder in Betrieb gehalten.</translation>
    </message>
    <message>
        <source>A connection that puts several records per call sends an incomplete batch this long after its first record.</source>
        <translation>Eine Verbindung mit mehreren Datensätzen pro Aufruf schickt einen unvollständigen Batch so lange nach dessen erstem Datensatz.</translation>
    </message>
    <message>
        <source>A connection to an endpoint may have its own number.</source>
        <translation>Eine Verbindung zu einem Endpunkt kann eine eigene Zahl haben.</translation>
    </message>
    <message>
        <source>A connection with several operations is a Map state: inline its items are states of the execution itself, 40 at once at most; distributed each is an execution of its own.</source>
        <translation>Eine Verbindung mit mehreren Operationen ist ein Map-Zustand: Inline sind seine Elemente Zustände der Ausführung selbst, höchstens 40 zugleich; verteilt ist jedes eine eigene Ausführung.</translation>
    </message>
    <message>
        <source>A container idle for longer is gone.</source>
        <translation>Ein so lange unbenutzter Container ist weg.</translation>
    </message>
    <message>
        <source>A copy of everything</source>
        <translation>Eine Kopie von allem</translation>
    </message>
    <message>
        <source>A copy that is refreshed, or queries to the source for each view.</source>
        <translation>Eine Kopie, die aktualisiert wird, oder Abfragen an die Quelle bei jeder Ansicht.</translation>
    </message>
    <message>
        <source>A database in memory: what it has acknowledged is in a log in several zones.</source>
        <translation>Eine Datenbank im Arbeitsspeicher: Was sie bestätigt hat, steht in einem Log in mehreren Zonen.</translation>
    </message>
    <message>
        <source>A delivery starts when this much has come in, or the interval is over, whichever is first.</source>
        <translation>Eine Lieferung beginnt, wenn so viel hereingekommen ist oder das Intervall um ist, je nachdem, was zuerst kommt.</translation>
    </message>
    <message>
        <source>A document is found after the next refresh; 30 s and more are advised for much indexing.</source>
        <translation>Ein Dokument wird nach der nächsten Aktualisierung gefunden; bei viel Indizierung werden 30 s und mehr empfohlen.</translation>
    </message>
    <message>
        <source>A domain has nodes; serverless has units for indexing and for search.</source>
        <translation>Eine Domain hat Knoten; Serverless hat Einheiten für Indizierung und Suche.</translation>
    </message>
    <message>
        <source>A gp3 volume, paid for whether it is full or not.</source>
        <translation>Ein gp3-Volume, bezahlt, ob voll oder nicht.</translation>
    </message>
    <message>
        <source>A graph database over storage that spans zones and grows by itself.</source>
        <translation>Eine Graphdatenbank auf einem Speicher, der Zonen überspannt und von selbst wächst.</translation>
    </message>
    <message>
        <source>A job that fails, or whose capacity is taken back, is run so often in all.</source>
        <translation>Ein Job, der scheitert oder dessen Kapazität entzogen wird, läuft insgesamt so oft.</translation>
    </message>
    <message>
        <source>A key-value table with capacity in write and read units and an optional stream of changes.</source>
        <translation>Eine Schlüssel-Wert-Tabelle mit Kapazität in Schreib- und Leseeinheiten und wahlweise einem Stream der Änderungen.</translation>
    </message>
    <message>
        <source>A larger one is rejected.</source>
        <translation>Ein größeres wird abgewiesen.</translation>
    </message>
    <message>
        <source>A larger record is rejected (message.max.bytes).</source>
        <translation>Ein größerer Datensatz wird abgewiesen (message.max.bytes).</translation>
    </message>
    <message>
        <source>A lease that is not renewed runs out after this: so long the shards of a lost worker stand still. It is renewed every third of it, less 25 ms.</source>
        <translation>Eine nicht erneuerte Lease läuft danach ab: So lange stehen die Shards eines verlorenen Workers still. Erneuert wird nach jedem Drittel davon, weniger 25 ms.</translation>
    </message>
    <message>
        <source>A lifecycle rule deletes objects at this age; 0 keeps them for ever.</source>
        <translation>Eine Lebenszyklusregel löscht Objekte in diesem Alter; 0 behält sie für immer.</translation>
    </message>
    <message>
        <source>A load starts this often.</source>
        <translation>So oft beginnt ein Ladevorgang.</translation>
    </message>
    <message>
        <source>A load that is due waits for the one before it to end.</source>
        <translation>Ein fälliger Ladevorgang wartet auf das Ende des vorigen.</translation>
    </message>
    <message>
        <source>A memory-optimised instance has one vCPU to 8 GiB.</source>
        <translation>Eine speicheroptimierte Instanz hat eine vCPU je 8 GiB.</translation>
    </message>
    <message>
        <source>A message may wait this long: the target is this over the time per message, for each worker.</source>
        <translation>So lange darf eine Nachricht warten: Das Ziel ist dies geteilt durch die Zeit pro Nachricht, für jeden Worker.</translation>
    </message>
    <message>
        <source>A message older than this is not tried again.</source>
        <translation>Eine ältere Nachricht wird nicht erneut versucht.</translation>
    </message>
    <message>
        <source>A message received this often and not deleted goes to the queue connected as dead-letter queue; without one it comes back until it is too old.</source>
        <translation>Eine so oft empfangene und nicht gelöschte Nachricht geht in die als Dead-Letter-Queue verbundene Warteschlange; ohne eine solche kommt sie wieder, bis sie zu alt ist.</translation>
    </message>
    <message>
        <source>A message, or a batch as a whole, that is larger is rejected.</source>
        <translation>Eine größere Nachricht, oder ein größerer Batch als Ganzes, wird abgewiesen.</translation>
    </message>
    <message>
        <source>A model in containers that start with the requests and are billed while they work.</source>
        <translation>Ein Modell in Containern, die mit den Anfragen starten und berechnet werden, solange sie arbeiten.</translation>
    </message>
    <message>
        <source>A model must answer within</source>
        <translation>Ein Modell muss antworten innerhalb von</translation>
    </message>
    <message>
        <source>A model on instances behind a queue of its own, that may have no instance while idle.</source>
        <translation>Ein Modell auf Instanzen hinter einer eigenen Warteschlange, im Leerlauf auch ohne Instanz.</translation>
    </message>
    <message>
        <source>A model on instances that answers each request while its caller waits.</source>
        <translation>Ein Modell auf Instanzen, das jede Anfrage beantwortet, während ihr Aufrufer wartet.</translation>
    </message>
    <message>
        <source>A new primary takes</source>
        <translation>Ein neuer Primärknoten braucht</translation>
    </message>
    <message>
        <source>A node of r5.large does 75,000 requests/s that hit, of 1 KB; each larger size twice as many.</source>
        <translation>Ein Knoten r5.large schafft 75.000 Treffer/s von 1 KB; jede weitere Größe doppelt so viele.</translation>
    </message>
    <message>
        <source>A partition that refuses work in each of so many minutes is split in two; 0 never splits one. It helps many warm keys, never a single one.</source>
        <translation>Eine Partition, die in jeder von so vielen Minuten Arbeit abweist, wird geteilt; 0 teilt nie. Das hilft vielen warmen Schlüsseln, nie einem einzelnen.</translation>
    </message>
    <message>
        <source>A pause is up to so much shorter or longer.</source>
        <translation>Eine Pause ist um bis zu so viel kürzer oder länger.</translation>
    </message>
    <message>
        <source>A plain queue with any number of servers, any service time and its own price.</source>
        <translation>Eine einfache Warteschlange mit beliebig vielen Servern, beliebiger Bedienzeit und eigenem Preis.</translation>
    </message>
    <message>
        <source>A prefix grows after</source>
        <translation>Ein Präfix wächst nach</translation>
    </message>
    <message>
        <source>A query takes 4 to 124 DPU of 4 vCPU each; one that needs more than is reserved fails.</source>
        <translation>Eine Abfrage braucht 4 bis 124 DPU mit je 4 vCPU; eine, die mehr als das Reservierte braucht, scheitert.</translation>
    </message>
    <message>
        <source>A query that runs longer fails.</source>
        <translation>Eine länger laufende Abfrage scheitert.</translation>
    </message>
    <message>
        <source>A queue: keeps each message until one consumer has dealt with it; a FIFO queue in order.</source>
        <translation>Eine Warteschlange: behält jede Nachricht, bis ein Konsument sie erledigt hat; als FIFO in Reihenfolge.</translation>
    </message>
    <message>
        <source>A rate counts from when the schedule was made, cron from the clock; the scenario begins at midnight of a Monday.</source>
        <translation>Eine Rate zählt ab dem Anlegen des Zeitplans, cron nach der Uhr; das Szenario beginnt um Mitternacht eines Montags.</translation>
    </message>
    <message>
        <source>A refresh reads the dataset anew, or its look-back window alone.</source>
        <translation>Eine Aktualisierung liest das Dataset neu oder nur sein Rückblickfenster.</translation>
    </message>
    <message>
        <source>A relational database on one instance, with standby, replicas and proxy.</source>
        <translation>Eine relationale Datenbank auf einer Instanz, mit Standby, Replikaten und Proxy.</translation>
    </message>
    <message>
        <source>A relational database whose storage spans zones and grows by itself.</source>
        <translation>Eine relationale Datenbank, deren Speicher Zonen überspannt und von selbst wächst.</translation>
    </message>
    <message>
        <source>A request unanswered for this long fails; REST APIs may raise 29 s, HTTP APIs stop at 30 s.</source>
        <translation>Eine so lange unbeantwortete Anfrage scheitert; REST-APIs dürfen 29 s erhöhen, HTTP-APIs enden bei 30 s.</translation>
    </message>
    <message>
        <source>A run of each job without a schedule is made of so many start requests, such as new objects.</source>
        <translation>Ein Lauf jedes Jobs ohne Zeitplan besteht aus so vielen Startanfragen, etwa neuen Objekten.</translation>
    </message>
    <message>
        <source>A run that finds as many as it needs does not wait for others.</source>
        <translation>Ein Lauf, der so viele findet, wie er braucht, wartet nicht auf andere.</translation>
    </message>
    <message>
        <source>A session of a key ends when it brings nothing for so long.</source>
        <translation>Eine Sitzung eines Schlüssels endet, wenn er so lange nichts bringt.</translation>
    </message>
    <message>
        <source>A shard or partition that brings nothing for so long no longer holds the watermark back; 0: it always does.</source>
        <translation>Ein Shard oder eine Partition, die so lange nichts bringt, hält den Watermark nicht mehr zurück; 0: tut es immer.</translation>
    </message>
    <message>
        <source>A share</source>
        <translation>Ein Anteil</translation>
    </message>
    <message>
        <source>A topic: sends a copy of each message to every subscriber that wants it.</source>
        <translation>Ein Topic: schickt jedem Abonnenten, der sie will, eine Kopie jeder Nachricht.</translation>
    </message>
    <message>
        <source>A transient cluster starts before every job and ends after it.</source>
        <translation>Ein flüchtiger Cluster startet vor jedem Job und endet danach.</translation>
    </message>
    <message>
        <source>A view whose source takes longer fails.</source>
        <translation>Eine Ansicht, deren Quelle länger braucht, scheitert.</translation>
    </message>
    <message>
        <source>A warehouse: loads objects with COPY and answers queries from a limited number of slots.</source>
        <translation>Ein Warehouse: lädt Objekte mit COPY und beantwortet Abfragen mit begrenzt vielen Slots.</translation>
    </message>
    <message>
        <source>A window begins this often; the window is taken as a whole number of slides.</source>
        <translation>So oft beginnt ein Fenster; genommen wird eine ganze Zahl von Schritten je Fenster.</translation>
    </message>
    <message>
        <source>A write is refused as a whole when an index lacks capacity, however much the table has.</source>
        <translation>Ein Schreibzugriff wird ganz abgewiesen, wenn einem Index Kapazität fehlt, wie viel die Tabelle auch hat.</translation>
    </message>
    <message>
        <source>A write-through cache in front of DynamoDB tables.</source>
        <translation>Ein Write-through-Cache vor DynamoDB-Tabellen.</translation>
    </message>
    <message>
        <source>ACU at least</source>
        <translation>ACU mindestens</translation>
    </message>
    <message>
        <source>ACU at most</source>
        <translation>ACU höchstens</translation>
    </message>
    <message>
        <source>ACU-hour</source>
        <translation>ACU-Stunde</translation>
    </message>
    <message>
        <source>ACUs, 8 at least</source>
        <translation>ACUs, mindestens 8</translation>
    </message>
    <message>
        <source>API destination calls</source>
        <translation>Aufrufe von API-Zielen</translation>
    </message>
    <message>
        <source>API type</source>
        <translation>API-Typ</translation>
    </message>
    <message>
        <source>AWS SDK, legacy mode</source>
        <translation>AWS SDK, Legacy-Modus</translation>
    </message>
    <message>
        <source>AWS SDK, standard mode</source>
        <translation>AWS SDK, Standard-Modus</translation>
    </message>
    <message>
        <source>AWS counts running and waiting queries together</source>
        <translation>AWS zählt laufende und wartende Abfragen zusammen</translation>
    </message>
    <message>
        <source>AWS gives no time; measure yours</source>
        <translation>AWS nennt keine Zeit; selbst messen</translation>
    </message>
    <message>
        <source>AWS gives no time; taken as at once</source>
        <translation>AWS nennt keine Zeit; als sofort angenommen</translation>
    </message>
    <message>
        <source>AWS gives the range only, 70 is assumed: </source>
        <translation>AWS nennt nur den Bereich, angenommen ist 70: </translation>
    </message>
    <message>
        <source>AWS publishes its memory (6 GiB); an ingestion unit has 2 vCPU</source>
        <translation>AWS veröffentlicht den Arbeitsspeicher (6 GiB); eine Ingest-Einheit hat 2 vCPU</translation>
    </message>
    <message>
        <source>AWS publishes no fetch latency</source>
        <translation>AWS veröffentlicht keine Abruflatenz</translation>
    </message>
    <message>
        <source>AWS publishes no figure</source>
        <translation>AWS veröffentlicht keine Zahl</translation>
    </message>
    <message>
        <source>AWS publishes no figure for a node</source>
        <translation>AWS veröffentlicht keine Zahl für einen Knoten</translation>
    </message>
    <message>
        <source>AWS publishes no number for an audience</source>
        <translation>AWS veröffentlicht keine Zahl für ein Publikum</translation>
    </message>
    <message>
        <source>AWS publishes no put latency</source>
        <translation>AWS veröffentlicht keine Schreiblatenz</translation>
    </message>
    <message>
        <source>AWS publishes no send latency</source>
        <translation>AWS veröffentlicht keine Sendelatenz</translation>
    </message>
    <message>
        <source>AWS publishes no tail; 500 is this program&apos;s own guess</source>
        <translation>AWS veröffentlicht keine langen Ausläufer; 500 ist eine Schätzung dieses Programms</translation>
    </message>
    <message>
        <source>AWS publishes no time</source>
        <translation>AWS veröffentlicht keine Zeit</translation>
    </message>
    <message>
        <source>AWS publishes none</source>
        <translation>AWS veröffentlicht keine</translation>
    </message>
    <message>
        <source>AWS publishes none but the 3 s they all have together</source>
        <translation>AWS veröffentlicht nur die 3 s, die alle zusammen haben</translation>
    </message>
    <message>
        <source>AWS publishes none; an idle queue hands a message to Lambda in about 16 ms by a third party&apos;s measurement</source>
        <translation>AWS veröffentlicht keine; nach Messung Dritter gibt eine ruhende Warteschlange eine Nachricht in etwa 16 ms an Lambda</translation>
    </message>
    <message>
        <source>AWS says below a millisecond</source>
        <translation>AWS sagt: unter einer Millisekunde</translation>
    </message>
    <message>
        <source>AWS says exponential with jitter, and 185 tries in 24 hours</source>
        <translation>AWS sagt: exponentiell mit Jitter, und 185 Versuche in 24 Stunden</translation>
    </message>
    <message>
        <source>AWS says exponential, and 185 tries in 24 hours</source>
        <translation>AWS sagt: exponentiell, und 185 Versuche in 24 Stunden</translation>
    </message>
    <message>
        <source>AWS says microseconds for a hit</source>
        <translation>AWS sagt: Mikrosekunden für einen Treffer</translation>
    </message>
    <message>
        <source>AWS says microseconds for the read itself</source>
        <translation>AWS sagt: Mikrosekunden für das Lesen selbst</translation>
    </message>
    <message>
        <source>AWS says minutes without a figure</source>
        <translation>AWS sagt: Minuten, ohne Zahl</translation>
    </message>
    <message>
        <source>AWS says minutes, without a figure: </source>
        <translation>AWS sagt: Minuten, ohne Zahl: </translation>
    </message>
    <message>
        <source>AWS says single-digit milliseconds</source>
        <translation>AWS sagt: einstellige Millisekunden</translation>
    </message>
    <message>
        <source>AWS says single-digit milliseconds for general-purpose volumes</source>
        <translation>AWS sagt: einstellige Millisekunden für General-Purpose-Volumes</translation>
    </message>
    <message>
        <source>AWS says that a stream is being updated for a while, without a figure</source>
        <translation>AWS sagt, dass ein Stream eine Weile aktualisiert wird, ohne Zahl</translation>
    </message>
    <message>
        <source>AWS says that an action may be tried several times, and not how often</source>
        <translation>AWS sagt, dass eine Aktion mehrmals versucht werden kann, aber nicht, wie oft</translation>
    </message>
    <message>
        <source>AWS says that it applies jitter, and not how much: </source>
        <translation>AWS sagt, dass Jitter angewendet wird, aber nicht, wie viel: </translation>
    </message>
    <message>
        <source>AWS says that it happens, not how fast: </source>
        <translation>AWS sagt, dass es geschieht, nicht wie schnell: </translation>
    </message>
    <message>
        <source>AWS says that it tries again in the background, not how often</source>
        <translation>AWS sagt, dass im Hintergrund erneut versucht wird, nicht wie oft</translation>
    </message>
    <message>
        <source>AWS says that rates grow gradually, with 503s meanwhile, and gives no figure; functions that write 500 to 1,000 small files at once tell of 503s</source>
        <translation>AWS sagt, dass Raten allmählich wachsen, mit 503 in der Zwischenzeit, und nennt keine Zahl; Funktionen, die 500 bis 1.000 kleine Dateien zugleich schreiben, berichten von 503</translation>
    </message>
    <message>
        <source>AWS says that records may wait up to 1.5 times the buffer interval.</source>
        <translation>AWS sagt, dass Datensätze bis zum 1,5-Fachen des Pufferintervalls warten können.</translation>
    </message>
    <message>
        <source>AWS says usually seconds, sometimes a minute or more: </source>
        <translation>AWS sagt: meist Sekunden, manchmal eine Minute oder mehr: </translation>
    </message>
    <message>
        <source>AWS states no vCPUs, and the memory only roughly</source>
        <translation>AWS nennt keine vCPUs und den Arbeitsspeicher nur ungefähr</translation>
    </message>
    <message>
        <source>Above them SubmitJob is throttled; an array counts as one.</source>
        <translation>Darüber wird SubmitJob gedrosselt; ein Array zählt als einer.</translation>
    </message>
    <message>
        <source>Acceptable wait</source>
        <translation>Annehmbare Wartezeit</translation>
    </message>
    <message>
        <source>Account concurrency</source>
        <translation>Parallelität des Kontos</translation>
    </message>
    <message>
        <source>Actions executed</source>
        <translation>Ausgeführte Aktionen</translation>
    </message>
    <message>
        <source>Actions of a rule</source>
        <translation>Aktionen einer Regel</translation>
    </message>
    <message>
        <source>Active DDL queries</source>
        <translation>Aktive DDL-Abfragen</translation>
    </message>
    <message>
        <source>Active DML queries, us-east-1</source>
        <translation>Aktive DML-Abfragen, us-east-1</translation>
    </message>
    <message>
        <source>Active TCP connections of a capacity unit</source>
        <translation>Aktive TCP-Verbindungen einer Kapazitätseinheit</translation>
    </message>
    <message>
        <source>Active TLS connections of a capacity unit</source>
        <translation>Aktive TLS-Verbindungen einer Kapazitätseinheit</translation>
    </message>
    <message>
        <source>Active UDP flows of a capacity unit</source>
        <translation>Aktive UDP-Flows einer Kapazitätseinheit</translation>
    </message>
    <message>
        <source>Active connections of a capacity unit</source>
        <translation>Aktive Verbindungen einer Kapazitätseinheit</translation>
    </message>
    <message>
        <source>Active partitions</source>
        <translation>Aktive Partitionen</translation>
    </message>
    <message>
        <source>Active partitions, at most</source>
        <translation>Aktive Partitionen, höchstens</translation>
    </message>
    <message>
        <source>Active queries</source>
        <translation>Aktive Abfragen</translation>
    </message>
    <message>
        <source>Added to every statement.</source>
        <translation>Kommt zu jeder Anweisung hinzu.</translation>
    </message>
    <message>
        <source>Added to every write, which is acknowledged when both have it.</source>
        <translation>Kommt zu jedem Schreibzugriff hinzu, der bestätigt wird, wenn beide ihn haben.</translation>
    </message>
    <message>
        <source>After a catch</source>
        <translation>Nach einem Catch</translation>
    </message>
    <message>
        <source>After a change, no other one of its kind for this long.</source>
        <translation>Nach einer Änderung so lange keine weitere derselben Art.</translation>
    </message>
    <message>
        <source>After a scale-in, no other one for this long; a larger scale-out never waits.</source>
        <translation>Nach einem Scale-in so lange kein weiterer; ein größerer Scale-out wartet nie.</translation>
    </message>
    <message>
        <source>After so many failed checks in a row a target gets no more requests.</source>
        <translation>Nach so vielen fehlgeschlagenen Prüfungen in Folge bekommt ein Ziel keine Anfragen mehr.</translation>
    </message>
    <message>
        <source>After so many passed checks in a row it gets requests again.</source>
        <translation>Nach so vielen bestandenen Prüfungen in Folge bekommt es wieder Anfragen.</translation>
    </message>
    <message>
        <source>After the last one ends</source>
        <translation>Nachdem der letzte endet</translation>
    </message>
    <message>
        <source>Aggregation by producers</source>
        <translation>Aggregation durch Produzenten</translation>
    </message>
    <message>
        <source>All callers share connections to the primary, and wait for one instead of being refused.</source>
        <translation>Alle Aufrufer teilen sich Verbindungen zum Primärknoten und warten auf eine, statt abgewiesen zu werden.</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>All of these must succeed to close it again.</source>
        <translation>Alle davon müssen gelingen, um ihn wieder zu schließen.</translation>
    </message>
    <message>
        <source>All retries of a message together; AWS allows no more than an hour.</source>
        <translation>Alle Wiederholungen einer Nachricht zusammen; AWS erlaubt höchstens eine Stunde.</translation>
    </message>
    <message>
        <source>All shared consumers of a shard divide this; an enhanced consumer has as much to itself.</source>
        <translation>Alle gemeinsamen Konsumenten eines Shards teilen sich dies; ein Enhanced-Fan-out-Konsument hat ebenso viel für sich.</translation>
    </message>
    <message>
        <source>All tries of a message together.</source>
        <translation>Alle Versuche einer Nachricht zusammen.</translation>
    </message>
    <message>
        <source>Already in the storage, which grows with what is written.</source>
        <translation>Schon im Speicher, der mit dem Geschriebenen wächst.</translation>
    </message>
    <message>
        <source>Already in the storage.</source>
        <translation>Schon im Speicher.</translation>
    </message>
    <message>
        <source>Always the mean</source>
        <translation>Immer der Mittelwert</translation>
    </message>
    <message>
        <source>Among the scenario&apos;s queries of one kind. Over a connection each key is a query.</source>
        <translation>Unter den Abfragen einer Art im Szenario. Über eine Verbindung ist jeder Schlüssel eine Abfrage.</translation>
    </message>
    <message>
        <source>An HTTP endpoint that has not answered by then has failed; 0 waits for ever.</source>
        <translation>Ein HTTP-Endpunkt, der bis dahin nicht geantwortet hat, ist gescheitert; 0 wartet ewig.</translation>
    </message>
    <message>
        <source>An answer is given again for so long.</source>
        <translation>So lange wird eine Antwort wiederverwendet.</translation>
    </message>
    <message>
        <source>An array job is submitted as one and run as so many, each by itself.</source>
        <translation>Ein Array-Job wird als einer eingereicht und als so viele ausgeführt, jeder für sich.</translation>
    </message>
    <message>
        <source>An endpoint has 3 s in all, tries again included; 0 waits for ever.</source>
        <translation>Ein Endpunkt hat insgesamt 3 s, Wiederholungen eingeschlossen; 0 wartet ewig.</translation>
    </message>
    <message>
        <source>An endpoint that has not answered by then has failed; 0 waits for ever.</source>
        <translation>Ein Endpunkt, der bis dahin nicht geantwortet hat, ist gescheitert; 0 wartet ewig.</translation>
    </message>
    <message>
        <source>An environment idle for longer is gone; measurements disagree, from 10 to 60 minutes.</source>
        <translation>Eine so lange unbenutzte Umgebung ist weg; Messungen sind uneinig, von 10 bis 60 Minuten.</translation>
    </message>
    <message>
        <source>An error of the origin is served to everyone who asks for that object for this long.</source>
        <translation>Ein Fehler des Ursprungs wird so lange allen ausgeliefert, die das Objekt anfragen.</translation>
    </message>
    <message>
        <source>An event bus: each rule sends what matches it to its target.</source>
        <translation>Ein Ereignisbus: Jede Regel schickt, was auf sie passt, an ihr Ziel.</translation>
    </message>
    <message>
        <source>An execution that takes longer fails; 0 sets none, and Express ends after 300 s in any case.</source>
        <translation>Eine längere Ausführung scheitert; 0 setzt keine Grenze, und Express endet in jedem Fall nach 300 s.</translation>
    </message>
    <message>
        <source>An instance that so many looks in a row find spare is ended.</source>
        <translation>Eine Instanz, die so viele Blicke in Folge überflüssig finden, wird beendet.</translation>
    </message>
    <message>
        <source>An invocation is made at any time so long after it was due; without a window within 60 s.</source>
        <translation>Ein Aufruf erfolgt irgendwann bis so lange nach seiner Fälligkeit; ohne Fenster innerhalb von 60 s.</translation>
    </message>
    <message>
        <source>An invocation that takes longer fails after this time and is billed for it.</source>
        <translation>Ein längerer Aufruf scheitert nach dieser Zeit und wird dafür berechnet.</translation>
    </message>
    <message>
        <source>An item older than this is fetched again; 0 keeps it until it is pushed out.</source>
        <translation>Ein älteres Item wird neu geholt; 0 behält es, bis es verdrängt wird.</translation>
    </message>
    <message>
        <source>An item older than this is read from the table again; 0 keeps it until it is pushed out.</source>
        <translation>Ein älteres Item wird neu aus der Tabelle gelesen; 0 behält es, bis es verdrängt wird.</translation>
    </message>
    <message>
        <source>An object older than this is fetched again from the origin.</source>
        <translation>Ein älteres Objekt wird neu vom Ursprung geholt.</translation>
    </message>
    <message>
        <source>An older Kubernetes version costs more by the hour.</source>
        <translation>Eine ältere Kubernetes-Version kostet mehr pro Stunde.</translation>
    </message>
    <message>
        <source>An older one is not tried again.</source>
        <translation>Eine ältere wird nicht erneut versucht.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Answers are kept by key and given again; billed by the hour.</source>
        <translation>Antworten werden nach Schlüssel aufgehoben und wiederverwendet; berechnet nach Stunden.</translation>
    </message>
    <message>
        <source>Answers are kept for</source>
        <translation>Antworten bleiben für</translation>
    </message>
    <message>
        <source>Answers live</source>
        <translation>Antworten gelten</translation>
    </message>
    <message>
        <source>Answers name lookups and steers callers away from failed targets.</source>
        <translation>Beantwortet Namensabfragen und lenkt Aufrufer von ausgefallenen Zielen weg.</translation>
    </message>
    <message>
        <source>Application code</source>
        <translation>Anwendungscode</translation>
    </message>
    <message>
        <source>Applications of a Region</source>
        <translation>Anwendungen einer Region</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Archive, FIFO</source>
        <translation>Archiv, FIFO</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Arm</translation>
    </message>
    <message>
        <source>Arm costs a fifth less; the time of a request is yours to give.</source>
        <translation>Arm kostet ein Fünftel weniger; die Zeit einer Anfrage ist selbst anzugeben.</translation>
    </message>
    <message>
        <source>Arm costs a fifth less; the work rate of a vCPU is yours to give.</source>
        <translation>Arm kostet ein Fünftel weniger; die Arbeitsrate einer vCPU ist selbst anzugeben.</translation>
    </message>
    <message>
        <source>Arm has its own, lower rates; the run gives both the same speed.</source>
        <translation>Arm hat eigene, niedrigere Preise; der Lauf gibt beiden dieselbe Geschwindigkeit.</translation>
    </message>
    <message>
        <source>Arrival stream</source>
        <translation>Ankunfts-Stream</translation>
    </message>
    <message>
        <source>As a dead-letter queue: how fast a redrive that names no rate moves messages back.</source>
        <translation>Als Dead-Letter-Queue: wie schnell ein Redrive ohne eigene Rate Nachrichten zurückschickt.</translation>
    </message>
    <message>
        <source>As plain text, before partitions and columns are dropped, of queries that are asked over a connection. The scenario&apos;s queries say their own.</source>
        <translation>Als reiner Text, bevor Partitionen und Spalten entfallen, für Abfragen über eine Verbindung. Die Abfragen des Szenarios nennen ihre eigenen.</translation>
    </message>
    <message>
        <source>Asks whether the target is up</source>
        <translation>Fragt, ob das Ziel läuft</translation>
    </message>
    <message>
        <source>At a fixed interval</source>
        <translation>In festem Abstand</translation>
    </message>
    <message>
        <source>At an hour</source>
        <translation>Zu einer Stunde</translation>
    </message>
    <message>
        <source>At least once</source>
        <translation>Mindestens einmal</translation>
    </message>
    <message>
        <source>At most 7 days.</source>
        <translation>Höchstens 7 Tage.</translation>
    </message>
    <message>
        <source>At most.</source>
        <translation>Höchstens.</translation>
    </message>
    <message>
        <source>At most; AWS says that it grows faster the larger it is.</source>
        <translation>Höchstens; AWS sagt, dass es umso schneller wächst, je größer es ist.</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Attempts that fail</source>
        <translation>Versuche, die fehlschlagen</translation>
    </message>
    <message>
        <source>Attempts, SDK legacy mode</source>
        <translation>Versuche, SDK im Legacy-Modus</translation>
    </message>
    <message>
        <source>Attempts, SDK legacy mode, DynamoDB</source>
        <translation>Versuche, SDK im Legacy-Modus, DynamoDB</translation>
    </message>
    <message>
        <source>Attempts, SDK standard mode</source>
        <translation>Versuche, SDK im Standard-Modus</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Publikum</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Autoren</translation>
    </message>
    <message>
        <source>Auto scaling</source>
        <translation>Auto Scaling</translation>
    </message>
    <message>
        <source>Auto scaling never goes above this; the table quota by default.</source>
        <translation>Auto Scaling geht nie darüber; vorgegeben ist das Kontingent der Tabelle.</translation>
    </message>
    <message>
        <source>Auto scaling never goes below this.</source>
        <translation>Auto Scaling geht nie darunter.</translation>
    </message>
    <message>
        <source>Automatic scaling</source>
        <translation>Automatische Skalierung</translation>
    </message>
    <message>
        <source>Availability Zones</source>
        <translation>Availability Zones</translation>
    </message>
    <message>
        <source>Availability Zones that the nodes are spread over; of two, one lost is half the capacity.</source>
        <translation>Availability Zones, auf die die Knoten verteilt sind; von zweien ist eine verlorene die halbe Kapazität.</translation>
    </message>
    <message>
        <source>Avro</source>
        <translation>Avro</translation>
    </message>
    <message>
        <source>B/s</source>
        <translation>B/s</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Backups beyond the allocated storage</source>
        <translation>Backups über den zugewiesenen Speicher hinaus</translation>
    </message>
    <message>
        <source>Backups kept</source>
        <translation>Aufbewahrte Backups</translation>
    </message>
    <message>
        <source>Backups to pay for</source>
        <translation>Zu bezahlende Backups</translation>
    </message>
    <message>
        <source>Balancers of a Region</source>
        <translation>Load Balancer einer Region</translation>
    </message>
    <message>
        <source>Bandwidth of one distribution</source>
        <translation>Bandbreite einer Distribution</translation>
    </message>
    <message>
        <source>Bandwidth, at most</source>
        <translation>Bandbreite, höchstens</translation>
    </message>
    <message>
        <source>Base capacity</source>
        <translation>Grundkapazität</translation>
    </message>
    <message>
        <source>Basic Ingest</source>
        <translation>Basic Ingest</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Batch apply</source>
        <translation>Batch-Anwendung</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batch-Größe</translation>
    </message>
    <message>
        <source>Batch wait</source>
        <translation>Batch-Wartezeit</translation>
    </message>
    <message>
        <source>Batch window</source>
        <translation>Batch-Fenster</translation>
    </message>
    <message>
        <source>Batches at once of a shard</source>
        <translation>Batches eines Shards zugleich</translation>
    </message>
    <message>
        <source>Batches of one shard in progress at once; order is kept per key.</source>
        <translation>Batches eines Shards, die zugleich in Arbeit sind; die Reihenfolge je Schlüssel bleibt.</translation>
    </message>
    <message>
        <source>Batches per shard</source>
        <translation>Batches pro Shard</translation>
    </message>
    <message>
        <source>Be read by the target</source>
        <translation>Vom Ziel gelesen werden</translation>
    </message>
    <message>
        <source>Before a query reads anything; also what a reused result takes.</source>
        <translation>Bevor eine Abfrage etwas liest; auch, was ein wiederverwendetes Ergebnis braucht.</translation>
    </message>
    <message>
        <source>Below 100% instances are kept spare, so that what starts finds room at once.</source>
        <translation>Unter 100% bleiben Instanzen frei, sodass sofort Platz findet, was beginnt.</translation>
    </message>
    <message>
        <source>Between two requests of a connection; where it is longer than the idle timeout each request opens a new one.</source>
        <translation>Zwischen zwei Anfragen einer Verbindung; ist es länger als das Idle-Timeout, öffnet jede Anfrage eine neue.</translation>
    </message>
    <message>
        <source>Between two tries of an action that failed.</source>
        <translation>Zwischen zwei Versuchen einer gescheiterten Aktion.</translation>
    </message>
    <message>
        <source>Beyond it the least recently used items go.</source>
        <translation>Darüber hinaus gehen die am längsten nicht benutzten Items.</translation>
    </message>
    <message>
        <source>Beyond what authors bring. A dataset that does not fit cannot be refreshed.</source>
        <translation>Über das hinaus, was Autoren mitbringen. Ein Dataset, das nicht passt, lässt sich nicht aktualisieren.</translation>
    </message>
    <message>
        <source>Beyond what is free: as much as the data take, for the retention of a day.</source>
        <translation>Über das Freie hinaus: so viel, wie die Daten belegen, bei einer Aufbewahrung von einem Tag.</translation>
    </message>
    <message>
        <source>Billed in steps of 64 MB.</source>
        <translation>Berechnet in Schritten von 64 MB.</translation>
    </message>
    <message>
        <source>Billing granule of a record</source>
        <translation>Abrechnungsschritt eines Datensatzes</translation>
    </message>
    <message>
        <source>Boot</source>
        <translation>Hochfahren</translation>
    </message>
    <message>
        <source>Boot of an instance</source>
        <translation>Hochfahren einer Instanz</translation>
    </message>
    <message>
        <source>Both are given the same speed; Valkey costs less.</source>
        <translation>Beide bekommen dieselbe Geschwindigkeit; Valkey kostet weniger.</translation>
    </message>
    <message>
        <source>Broker hours</source>
        <translation>Broker-Stunden</translation>
    </message>
    <message>
        <source>Broker size</source>
        <translation>Broker-Größe</translation>
    </message>
    <message>
        <source>Broker storage</source>
        <translation>Broker-Speicher</translation>
    </message>
    <message>
        <source>Brokers</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Brokers of a cluster, KRaft</source>
        <translation>Broker eines Clusters, KRaft</translation>
    </message>
    <message>
        <source>Brokers of a cluster, ZooKeeper</source>
        <translation>Broker eines Clusters, ZooKeeper</translation>
    </message>
    <message>
        <source>Brokers of the account</source>
        <translation>Broker des Kontos</translation>
    </message>
    <message>
        <source>Brokers that keep each partition; every copy is written and sent once more.</source>
        <translation>Broker, die jede Partition halten; jede Kopie wird noch einmal geschrieben und gesendet.</translation>
    </message>
    <message>
        <source>Bucket of StartExecution: 1,300 in the three large Regions, 800 elsewhere.</source>
        <translation>Bucket von StartExecution: 1.300 in den drei großen Regionen, sonst 800.</translation>
    </message>
    <message>
        <source>Bucket: 5,000 in the three large Regions, 800 elsewhere.</source>
        <translation>Bucket: 5.000 in den drei großen Regionen, sonst 800.</translation>
    </message>
    <message>
        <source>Buffer interval</source>
        <translation>Pufferintervall</translation>
    </message>
    <message>
        <source>Buffer size</source>
        <translation>Puffergröße</translation>
    </message>
    <message>
        <source>Bulk load</source>
        <translation>Massenladen</translation>
    </message>
    <message>
        <source>Burst</source>
        <translation>Burst</translation>
    </message>
    <message>
        <source>Burst beyond what was saved</source>
        <translation>Burst über das Angesparte hinaus</translation>
    </message>
    <message>
        <source>Burst of the account</source>
        <translation>Burst des Kontos</translation>
    </message>
    <message>
        <source>Burst without limit</source>
        <translation>Burst ohne Grenze</translation>
    </message>
    <message>
        <source>Busy vCPUs it keeps</source>
        <translation>vCPUs, die es beschäftigt</translation>
    </message>
    <message>
        <source>By 10 GiB or 10%, when less than 10% is free; without it a full database refuses writes.</source>
        <translation>Um 10 GiB oder 10%, wenn weniger als 10% frei sind; ohne dies weist eine volle Datenbank Schreibzugriffe ab.</translation>
    </message>
    <message>
        <source>By reader</source>
        <translation>Pro Leser</translation>
    </message>
    <message>
        <source>By session</source>
        <translation>Pro Sitzung</translation>
    </message>
    <message>
        <source>By the caller&apos;s pool, by keep-alive, or by the database, whichever is first. An execution environment that is gone leaves its connection open until then.</source>
        <translation>Durch den Pool des Aufrufers, durch Keep-alive oder durch die Datenbank, je nachdem, was zuerst kommt. Eine verschwundene Ausführungsumgebung lässt ihre Verbindung bis dahin offen.</translation>
    </message>
    <message>
        <source>Byte quota of direct puts, 5 in the three largest Regions and 1 elsewhere, raisable; the quotas of records and calls rise with it.</source>
        <translation>Byte-Kontingent direkter Puts, 5 in den drei größten Regionen und sonst 1, erhöhbar; die Kontingente für Datensätze und Aufrufe wachsen mit.</translation>
    </message>
    <message>
        <source>Bytes after the first one take their size divided by this.</source>
        <translation>Bytes nach dem ersten brauchen ihre Größe geteilt durch dies.</translation>
    </message>
    <message>
        <source>Bytes billed as storage with every item on top of its own.</source>
        <translation>Bytes, die mit jedem Item über dessen eigene hinaus als Speicher berechnet werden.</translation>
    </message>
    <message>
        <source>Bytes by which the data grow, of the bytes written: updates add nothing, indexes more than all.</source>
        <translation>Bytes, um die die Daten wachsen, von den geschriebenen: Aktualisierungen fügen nichts hinzu, Indizes mehr als alles.</translation>
    </message>
    <message>
        <source>Bytes in one GetRecords</source>
        <translation>Bytes in einem GetRecords</translation>
    </message>
    <message>
        <source>Bytes in one PutRecordBatch</source>
        <translation>Bytes in einem PutRecordBatch</translation>
    </message>
    <message>
        <source>Bytes kept as a share of the bytes loaded.</source>
        <translation>Behaltene Bytes als Anteil der geladenen Bytes.</translation>
    </message>
    <message>
        <source>Bytes of a capacity unit</source>
        <translation>Bytes einer Kapazitätseinheit</translation>
    </message>
    <message>
        <source>Bytes of a capacity unit, functions</source>
        <translation>Bytes einer Kapazitätseinheit, Funktionen</translation>
    </message>
    <message>
        <source>Bytes of an answer: what goes out.</source>
        <translation>Bytes einer Antwort: was hinausgeht.</translation>
    </message>
    <message>
        <source>Bytes of one record with its key and attribute names; an object {&quot;distribution&quot;:&quot;lognormal&quot;,&quot;medianBytes&quot;:1024,&quot;p99Bytes&quot;:8192} draws every size instead.</source>
        <translation>Bytes eines Datensatzes mit Schlüssel und Attributnamen; ein Objekt {&quot;distribution&quot;:&quot;lognormal&quot;,&quot;medianBytes&quot;:1024,&quot;p99Bytes&quot;:8192} lost stattdessen jede Größe aus.</translation>
    </message>
    <message>
        <source>Bytes of one result; 0: as large as the record it rests on.</source>
        <translation>Bytes eines Ergebnisses; 0: so groß wie der Datensatz, auf dem es beruht.</translation>
    </message>
    <message>
        <source>Bytes of the attributes that are projected into an index.</source>
        <translation>Bytes der Attribute, die in einen Index projiziert werden.</translation>
    </message>
    <message>
        <source>Bytes one task of a job reads; work left over this are the containers wanted.</source>
        <translation>Bytes, die ein Task eines Jobs liest; Arbeit geteilt durch dies ergibt die gewünschten Container.</translation>
    </message>
    <message>
        <source>Bytes sent per record; 0 takes the record&apos;s own size times the size factor.</source>
        <translation>Gesendete Bytes pro Datensatz; 0 nimmt die Größe des Datensatzes mal Größenfaktor.</translation>
    </message>
    <message>
        <source>Bytes that close a batch.</source>
        <translation>Bytes, die einen Batch schließen.</translation>
    </message>
    <message>
        <source>Bytes that come back from the function as a share of those that it gets.</source>
        <translation>Bytes, die von der Funktion zurückkommen, als Anteil der empfangenen.</translation>
    </message>
    <message>
        <source>Bytes written to the storage of a broker</source>
        <translation>In den Speicher eines Brokers geschriebene Bytes</translation>
    </message>
    <message>
        <source>C++ (provided.al2023)</source>
        <translation>C++ (provided.al2023)</translation>
    </message>
    <message>
        <source>COPY overhead</source>
        <translation>COPY-Aufschlag</translation>
    </message>
    <message>
        <source>COPY rate of a slice</source>
        <translation>COPY-Rate eines Slices</translation>
    </message>
    <message>
        <source>COPY row</source>
        <translation>COPY-Zeile</translation>
    </message>
    <message>
        <source>CPU time for each GB read, of queries that are asked over a connection.</source>
        <translation>CPU-Zeit für jedes gelesene GB, für Abfragen über eine Verbindung.</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Cache of 0.5 GB</source>
        <translation>Cache mit 0,5 GB</translation>
    </message>
    <message>
        <source>Cache of 1.55 GB</source>
        <translation>Cache mit 1,55 GB</translation>
    </message>
    <message>
        <source>Cache of 1.6 GB</source>
        <translation>Cache mit 1,6 GB</translation>
    </message>
    <message>
        <source>Cache of 101.38 GB</source>
        <translation>Cache mit 101,38 GB</translation>
    </message>
    <message>
        <source>Cache of 118 GB</source>
        <translation>Cache mit 118 GB</translation>
    </message>
    <message>
        <source>Cache of 12.3 GB</source>
        <translation>Cache mit 12,3 GB</translation>
    </message>
    <message>
        <source>Cache of 13.5 GB</source>
        <translation>Cache mit 13,5 GB</translation>
    </message>
    <message>
        <source>Cache of 203.26 GB</source>
        <translation>Cache mit 203,26 GB</translation>
    </message>
    <message>
        <source>Cache of 237 GB</source>
        <translation>Cache mit 237 GB</translation>
    </message>
    <message>
        <source>Cache of 25.05 GB</source>
        <translation>Cache mit 25,05 GB</translation>
    </message>
    <message>
        <source>Cache of 28.4 GB</source>
        <translation>Cache mit 28,4 GB</translation>
    </message>
    <message>
        <source>Cache of 3.22 GB</source>
        <translation>Cache mit 3,22 GB</translation>
    </message>
    <message>
        <source>Cache of 317.77 GB</source>
        <translation>Cache mit 317,77 GB</translation>
    </message>
    <message>
        <source>Cache of 50.47 GB</source>
        <translation>Cache mit 50,47 GB</translation>
    </message>
    <message>
        <source>Cache of 58.2 GB</source>
        <translation>Cache mit 58,2 GB</translation>
    </message>
    <message>
        <source>Cache of 6.1 GB</source>
        <translation>Cache mit 6,1 GB</translation>
    </message>
    <message>
        <source>Cached answer</source>
        <translation>Antwort aus dem Cache</translation>
    </message>
    <message>
        <source>Caches answers near the users and asks the origin for the rest.</source>
        <translation>Hält Antworten nahe bei den Benutzern vor und fragt den Ursprung nach dem Rest.</translation>
    </message>
    <message>
        <source>Caches that fill by themselves</source>
        <translation>Caches, die sich selbst füllen</translation>
    </message>
    <message>
        <source>Call and wait for the answer</source>
        <translation>Aufrufen und auf die Antwort warten</translation>
    </message>
    <message>
        <source>Callback burst</source>
        <translation>Callback-Burst</translation>
    </message>
    <message>
        <source>Callbacks</source>
        <translation>Callbacks</translation>
    </message>
    <message>
        <source>Calls a second to each endpoint of your own; the others wait, and are lost when they get too old.</source>
        <translation>Aufrufe pro Sekunde an jeden eigenen Endpunkt; die anderen warten und gehen verloren, wenn sie zu alt werden.</translation>
    </message>
    <message>
        <source>Calls accepted in a second, whatever they bring; 0 is the quota of the Region: 10,000 in us-east-1, us-west-2 and eu-west-1, 2,400 to 400 elsewhere.</source>
        <translation>In einer Sekunde angenommene Aufrufe, was sie auch bringen; 0 ist das Kontingent der Region: 10.000 in us-east-1, us-west-2 und eu-west-1, sonst 2.400 bis 400.</translation>
    </message>
    <message>
        <source>Calls in progress at once for one piece of work.</source>
        <translation>Aufrufe, die für ein Stück Arbeit zugleich laufen.</translation>
    </message>
    <message>
        <source>Calls of an API destination</source>
        <translation>Aufrufe eines API-Ziels</translation>
    </message>
    <message>
        <source>Calls of each action</source>
        <translation>Aufrufe jeder Aktion</translation>
    </message>
    <message>
        <source>Calls of this long count.</source>
        <translation>Aufrufe der letzten so langen Zeit zählen.</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Capacity decreases a day</source>
        <translation>Kapazitätssenkungen pro Tag</translation>
    </message>
    <message>
        <source>Capacity doubles in</source>
        <translation>Kapazität verdoppelt sich in</translation>
    </message>
    <message>
        <source>Capacity each query may use, 16 GB of memory an RPU; AWS allows 8 to 512.</source>
        <translation>Kapazität, die jede Abfrage nutzen darf, 16 GB Arbeitsspeicher je RPU; AWS erlaubt 8 bis 512.</translation>
    </message>
    <message>
        <source>Capacity grows above this share and shrinks below it.</source>
        <translation>Über diesem Anteil wächst die Kapazität, darunter schrumpft sie.</translation>
    </message>
    <message>
        <source>Capacity grows no further; 10 GB/s in the three largest Regions, 200 MB/s elsewhere.</source>
        <translation>Weiter wächst die Kapazität nicht; 10 GB/s in den drei größten Regionen, sonst 200 MB/s.</translation>
    </message>
    <message>
        <source>Capacity halves in</source>
        <translation>Kapazität halbiert sich in</translation>
    </message>
    <message>
        <source>Capacity mode</source>
        <translation>Kapazitätsmodus</translation>
    </message>
    <message>
        <source>Capacity of a query</source>
        <translation>Kapazität einer Abfrage</translation>
    </message>
    <message>
        <source>Capacity of an account</source>
        <translation>Kapazität eines Kontos</translation>
    </message>
    <message>
        <source>Carrying all of it costs {cost} a month and takes </source>
        <translation>Alles zu bewältigen kostet {cost} im Monat und braucht </translation>
    </message>
    <message>
        <source>Carrying all of it takes </source>
        <translation>Alles zu bewältigen braucht </translation>
    </message>
    <message>
        <source>Catches what failed</source>
        <translation>Fängt, was fehlschlug</translation>
    </message>
    <message>
        <source>Ceiling of one partition and so of one key.</source>
        <translation>Obergrenze einer Partition und damit eines Schlüssels.</translation>
    </message>
    <message>
        <source>Change capture tries again after</source>
        <translation>Änderungserfassung versucht erneut nach</translation>
    </message>
    <message>
        <source>Change stream</source>
        <translation>Änderungs-Stream</translation>
    </message>
    <message>
        <source>Changes applied</source>
        <translation>Angewandte Änderungen</translation>
    </message>
    <message>
        <source>Changes applied in batches</source>
        <translation>In Batches angewandte Änderungen</translation>
    </message>
    <message>
        <source>Changes are gathered and applied together.</source>
        <translation>Änderungen werden gesammelt und zusammen angewandt.</translation>
    </message>
    <message>
        <source>Changes captured for Kinesis</source>
        <translation>Für Kinesis erfasste Änderungen</translation>
    </message>
    <message>
        <source>Changes under way to the target at once.</source>
        <translation>Änderungen, die zugleich zum Ziel unterwegs sind.</translation>
    </message>
    <message>
        <source>Cheaper capacity that AWS may take back two minutes after a notice: a fault of the scenario.</source>
        <translation>Günstigere Kapazität, die AWS zwei Minuten nach einer Ankündigung entziehen kann: eine Störung des Szenarios.</translation>
    </message>
    <message>
        <source>Check interval</source>
        <translation>Prüfintervall</translation>
    </message>
    <message>
        <source>Check timeout</source>
        <translation>Prüf-Timeout</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>Checkpoint interval</source>
        <translation>Checkpoint-Intervall</translation>
    </message>
    <message>
        <source>Checkpoint, at least</source>
        <translation>Checkpoint, mindestens</translation>
    </message>
    <message>
        <source>Checks in a row that fail, or pass, before a target counts as changed.</source>
        <translation>Prüfungen in Folge, die scheitern oder gelingen, bevor ein Ziel als verändert gilt.</translation>
    </message>
    <message>
        <source>Children of a distributed Map at once</source>
        <translation>Kinder einer verteilten Map zugleich</translation>
    </message>
    <message>
        <source>Children of a job</source>
        <translation>Kinder eines Jobs</translation>
    </message>
    <message>
        <source>Children of a reshard are found within</source>
        <translation>Kinder eines Reshard werden gefunden innerhalb von</translation>
    </message>
    <message>
        <source>Children of an array</source>
        <translation>Kinder eines Arrays</translation>
    </message>
    <message>
        <source>Children started, Express</source>
        <translation>Gestartete Kinder, Express</translation>
    </message>
    <message>
        <source>Children started, Standard</source>
        <translation>Gestartete Kinder, Standard</translation>
    </message>
    <message>
        <source>Circuit breaker</source>
        <translation>Circuit Breaker</translation>
    </message>
    <message>
        <source>Clients that are connected, on average.</source>
        <translation>Verbundene Clients, im Mittel.</translation>
    </message>
    <message>
        <source>Clients that share the load; each has a quota of 500 tokens for its retries.</source>
        <translation>Clients, die sich die Last teilen; jeder hat ein Kontingent von 500 Token für seine Wiederholungen.</translation>
    </message>
    <message>
        <source>Clients with subscriptions, open at a time.</source>
        <translation>Clients mit Abonnements, gleichzeitig offen.</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Cluster hours</source>
        <translation>Cluster-Stunden</translation>
    </message>
    <message>
        <source>Cluster lifecycle</source>
        <translation>Lebenszyklus des Clusters</translation>
    </message>
    <message>
        <source>Coefficient of variation</source>
        <translation>Variationskoeffizient</translation>
    </message>
    <message>
        <source>Cold start</source>
        <translation>Kaltstart</translation>
    </message>
    <message>
        <source>Collects records into a buffer and delivers it as one object when it is full or old enough.</source>
        <translation>Sammelt Datensätze in einem Puffer und liefert ihn als ein Objekt, wenn er voll oder alt genug ist.</translation>
    </message>
    <message>
        <source>Columns read</source>
        <translation>Gelesene Spalten</translation>
    </message>
    <message>
        <source>Comes with each author, free of charge.</source>
        <translation>Bei jedem Autor dabei, ohne Kosten.</translation>
    </message>
    <message>
        <source>Command threads of a node</source>
        <translation>Befehls-Threads eines Knotens</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Commit on the standby</source>
        <translation>Commit auf dem Standby</translation>
    </message>
    <message>
        <source>Compressed bytes one slice loads a second.</source>
        <translation>Komprimierte Bytes, die ein Slice pro Sekunde lädt.</translation>
    </message>
    <message>
        <source>Compute environments</source>
        <translation>Rechenumgebungen</translation>
    </message>
    <message>
        <source>Compute environments of a queue</source>
        <translation>Rechenumgebungen einer Warteschlange</translation>
    </message>
    <message>
        <source>Compute time each record of a batch adds.</source>
        <translation>Rechenzeit, die jeder Datensatz eines Batches hinzufügt.</translation>
    </message>
    <message>
        <source>Compute time of one invocation whatever the batch, without the calls it makes.</source>
        <translation>Rechenzeit eines Aufrufs unabhängig vom Batch, ohne die Aufrufe, die er macht.</translation>
    </message>
    <message>
        <source>Concurrency of the account</source>
        <translation>Parallelität des Kontos</translation>
    </message>
    <message>
        <source>Concurrency scaling</source>
        <translation>Concurrency Scaling</translation>
    </message>
    <message>
        <source>Concurrency scaling clusters</source>
        <translation>Concurrency-Scaling-Cluster</translation>
    </message>
    <message>
        <source>Concurrent batches, at most</source>
        <translation>Parallele Batches, höchstens</translation>
    </message>
    <message>
        <source>Concurrent executions of the account</source>
        <translation>Parallele Ausführungen des Kontos</translation>
    </message>
    <message>
        <source>Connected devices</source>
        <translation>Verbundene Geräte</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Connections at most</source>
        <translation>Verbindungen höchstens</translation>
    </message>
    <message>
        <source>Connections of a broker, IAM</source>
        <translation>Verbindungen eines Brokers, IAM</translation>
    </message>
    <message>
        <source>Connections of a node or a serverless cache</source>
        <translation>Verbindungen eines Knotens oder eines Serverless-Caches</translation>
    </message>
    <message>
        <source>Connections of an r6g.large</source>
        <translation>Verbindungen eines r6g.large</translation>
    </message>
    <message>
        <source>Connections of one component work in this order; equal numbers work in parallel.</source>
        <translation>Verbindungen einer Komponente arbeiten in dieser Reihenfolge; gleiche Zahlen arbeiten parallel.</translation>
    </message>
    <message>
        <source>Connections of the proxy, at most</source>
        <translation>Verbindungen des Proxys, höchstens</translation>
    </message>
    <message>
        <source>Connectivity</source>
        <translation>Verbindungsdauer</translation>
    </message>
    <message>
        <source>Connects</source>
        <translation>Verbindungsaufbauten</translation>
    </message>
    <message>
        <source>Consecutive one-minute points above target before scaling up</source>
        <translation>Einminutenwerte in Folge über dem Ziel, bevor hochskaliert wird</translation>
    </message>
    <message>
        <source>Consecutive one-minute points below target before scaling down</source>
        <translation>Einminutenwerte in Folge unter dem Ziel, bevor herunterskaliert wird</translation>
    </message>
    <message>
        <source>Convert to Parquet or ORC</source>
        <translation>In Parquet oder ORC umwandeln</translation>
    </message>
    <message>
        <source>Cooldown</source>
        <translation>Abklingzeit</translation>
    </message>
    <message>
        <source>Cooldown of scaling unless set, out and in</source>
        <translation>Abklingzeit der Skalierung, wenn nicht gesetzt, hinaus und hinein</translation>
    </message>
    <message>
        <source>Copies a database over a line, then keeps the copy up to date with its changes.</source>
        <translation>Kopiert eine Datenbank über eine Leitung und hält die Kopie danach mit ihren Änderungen aktuell.</translation>
    </message>
    <message>
        <source>Copies in sync, at least</source>
        <translation>Synchrone Kopien, mindestens</translation>
    </message>
    <message>
        <source>Copies that share the work; each is a node with its price.</source>
        <translation>Kopien, die sich die Arbeit teilen; jede ist ein Knoten mit eigenem Preis.</translation>
    </message>
    <message>
        <source>Core nodes</source>
        <translation>Core-Knoten</translation>
    </message>
    <message>
        <source>Custom events</source>
        <translation>Eigene Ereignisse</translation>
    </message>
    <message>
        <source>Custom server</source>
        <translation>Eigener Server</translation>
    </message>
    <message>
        <source>DPU quota</source>
        <translation>DPU-Kontingent</translation>
    </message>
    <message>
        <source>DPU-hour</source>
        <translation>DPU-Stunde</translation>
    </message>
    <message>
        <source>DPUs at once, elsewhere</source>
        <translation>DPUs zugleich, anderswo</translation>
    </message>
    <message>
        <source>DPUs at once, six large Regions</source>
        <translation>DPUs zugleich, sechs große Regionen</translation>
    </message>
    <message>
        <source>DPUs of a run</source>
        <translation>DPUs eines Laufs</translation>
    </message>
    <message>
        <source>DPUs of all Flex runs at once; a run above it fails.</source>
        <translation>DPUs aller Flex-Läufe zugleich; ein Lauf darüber scheitert.</translation>
    </message>
    <message>
        <source>DPUs of all runs at once; a run above it fails. 500 in smaller Regions.</source>
        <translation>DPUs aller Läufe zugleich; ein Lauf darüber scheitert. In kleineren Regionen 500.</translation>
    </message>
    <message>
        <source>Dashboards over warehouses, query engines and its own in-memory copies.</source>
        <translation>Dashboards über Warehouses, Abfrage-Engines und eigene Kopien im Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Data archived</source>
        <translation>Archivierte Daten</translation>
    </message>
    <message>
        <source>Data archived, FIFO</source>
        <translation>Archivierte Daten, FIFO</translation>
    </message>
    <message>
        <source>Data at the start</source>
        <translation>Daten am Anfang</translation>
    </message>
    <message>
        <source>Data from a Kinesis stream</source>
        <translation>Daten aus einem Kinesis-Stream</translation>
    </message>
    <message>
        <source>Data from direct puts</source>
        <translation>Daten aus direkten Puts</translation>
    </message>
    <message>
        <source>Data in</source>
        <translation>Eingehende Daten</translation>
    </message>
    <message>
        <source>Data in use</source>
        <translation>Genutzte Daten</translation>
    </message>
    <message>
        <source>Data nodes</source>
        <translation>Datenknoten</translation>
    </message>
    <message>
        <source>Data nodes of a domain, default</source>
        <translation>Datenknoten einer Domain, Vorgabe</translation>
    </message>
    <message>
        <source>Data of a query</source>
        <translation>Daten einer Abfrage</translation>
    </message>
    <message>
        <source>Data of a view</source>
        <translation>Daten einer Ansicht</translation>
    </message>
    <message>
        <source>Data of one connection</source>
        <translation>Daten einer Verbindung</translation>
    </message>
    <message>
        <source>Data out</source>
        <translation>Ausgehende Daten</translation>
    </message>
    <message>
        <source>Data out, Europe</source>
        <translation>Ausgehende Daten, Europa</translation>
    </message>
    <message>
        <source>Data out, India</source>
        <translation>Ausgehende Daten, Indien</translation>
    </message>
    <message>
        <source>Data out, Japan</source>
        <translation>Ausgehende Daten, Japan</translation>
    </message>
    <message>
        <source>Data out, United States, Mexico, Canada</source>
        <translation>Ausgehende Daten, USA, Mexiko, Kanada</translation>
    </message>
    <message>
        <source>Data protection</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Data published</source>
        <translation>Veröffentlichte Daten</translation>
    </message>
    <message>
        <source>Data scanned</source>
        <translation>Gelesene Daten</translation>
    </message>
    <message>
        <source>Data scanned by data protection</source>
        <translation>Vom Datenschutz durchsuchte Daten</translation>
    </message>
    <message>
        <source>Data scanned by payload filters</source>
        <translation>Von Payload-Filtern durchsuchte Daten</translation>
    </message>
    <message>
        <source>Data written, Redis OSS</source>
        <translation>Geschriebene Daten, Redis OSS</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Dataset</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Dead band</source>
        <translation>Totzone</translation>
    </message>
    <message>
        <source>Decides the connections and the pages.</source>
        <translation>Bestimmt die Verbindungen und die Seiten.</translation>
    </message>
    <message>
        <source>Decides the price, the connections and the pages.</source>
        <translation>Bestimmt den Preis, die Verbindungen und die Seiten.</translation>
    </message>
    <message>
        <source>Decorrelated: from the base to three times the last</source>
        <translation>Entkoppelt: von der Basis bis zum Dreifachen der letzten</translation>
    </message>
    <message>
        <source>Dedicated master nodes</source>
        <translation>Dedizierte Master-Knoten</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Verzögerung</translation>
    </message>
    <message>
        <source>Delay before a retry</source>
        <translation>Pause vor einer Wiederholung</translation>
    </message>
    <message>
        <source>Delete calls</source>
        <translation>Löschaufrufe</translation>
    </message>
    <message>
        <source>Delivered bytes as a share of the bytes that came in; 100 delivers them as they are.</source>
        <translation>Gelieferte Bytes als Anteil der hereingekommenen; 100 liefert sie unverändert.</translation>
    </message>
    <message>
        <source>Delivered data, FIFO</source>
        <translation>Gelieferte Daten, FIFO</translation>
    </message>
    <message>
        <source>Delivered messages, FIFO</source>
        <translation>Gelieferte Nachrichten, FIFO</translation>
    </message>
    <message>
        <source>Deliveries a second to each HTTP endpoint on average; the others wait and use up no retries. 0 sets none.</source>
        <translation>Lieferungen pro Sekunde an jeden HTTP-Endpunkt, im Mittel; die anderen warten und verbrauchen keine Wiederholungen. 0 setzt keine Grenze.</translation>
    </message>
    <message>
        <source>Deliveries to HTTP endpoints</source>
        <translation>Lieferungen an HTTP-Endpunkte</translation>
    </message>
    <message>
        <source>Deliveries to delivery streams</source>
        <translation>Lieferungen an Lieferströme</translation>
    </message>
    <message>
        <source>Deliveries to functions</source>
        <translation>Lieferungen an Funktionen</translation>
    </message>
    <message>
        <source>Deliveries to queues</source>
        <translation>Lieferungen an Warteschlangen</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Lieferung</translation>
    </message>
    <message>
        <source>Delivery timeout</source>
        <translation>Liefer-Timeout</translation>
    </message>
    <message>
        <source>Delivery, 99th percentile</source>
        <translation>Lieferung, 99. Perzentil</translation>
    </message>
    <message>
        <source>Delivery, median</source>
        <translation>Lieferung, Median</translation>
    </message>
    <message>
        <source>Depends on the design; set what yours does</source>
        <translation>Hängt vom Entwurf ab; setzen, was der eigene tut</translation>
    </message>
    <message>
        <source>Devices publish straight to the rules: no message is billed.</source>
        <translation>Geräte veröffentlichen direkt an die Regeln: Keine Nachricht wird berechnet.</translation>
    </message>
    <message>
        <source>Devices with an open connection, billed by the minute; a device is a key of the records.</source>
        <translation>Geräte mit offener Verbindung, berechnet nach Minuten; ein Gerät ist ein Schlüssel der Datensätze.</translation>
    </message>
    <message>
        <source>Different queries</source>
        <translation>Verschiedene Abfragen</translation>
    </message>
    <message>
        <source>Direct PUT bytes</source>
        <translation>Bytes aus direkten Puts</translation>
    </message>
    <message>
        <source>Direct PUT calls</source>
        <translation>Aufrufe direkter Puts</translation>
    </message>
    <message>
        <source>Direct PUT records</source>
        <translation>Datensätze aus direkten Puts</translation>
    </message>
    <message>
        <source>Direct query</source>
        <translation>Direkte Abfrage</translation>
    </message>
    <message>
        <source>Direct query times out after</source>
        <translation>Timeout einer direkten Abfrage</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Festplatte</translation>
    </message>
    <message>
        <source>Disk above 20 GB</source>
        <translation>Festplatte über 20 GB</translation>
    </message>
    <message>
        <source>Disk of a job</source>
        <translation>Festplatte eines Jobs</translation>
    </message>
    <message>
        <source>Disk of a node</source>
        <translation>Festplatte eines Knotens</translation>
    </message>
    <message>
        <source>Disk of a task</source>
        <translation>Festplatte eines Tasks</translation>
    </message>
    <message>
        <source>Disk of a worker</source>
        <translation>Festplatte eines Workers</translation>
    </message>
    <message>
        <source>Disk type</source>
        <translation>Festplattentyp</translation>
    </message>
    <message>
        <source>Disk under /tmp; the first 512 MB cost nothing.</source>
        <translation>Festplatte unter /tmp; die ersten 512 MB kosten nichts.</translation>
    </message>
    <message>
        <source>Disks, gp2</source>
        <translation>Festplatten, gp2</translation>
    </message>
    <message>
        <source>Disks, gp3</source>
        <translation>Festplatten, gp3</translation>
    </message>
    <message>
        <source>Distinct keys</source>
        <translation>Verschiedene Schlüssel</translation>
    </message>
    <message>
        <source>Distributed, Express children</source>
        <translation>Verteilt, Kinder Express</translation>
    </message>
    <message>
        <source>Distributed, Standard children</source>
        <translation>Verteilt, Kinder Standard</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Documents a vCPU indexes</source>
        <translation>Dokumente, die eine vCPU indiziert</translation>
    </message>
    <message>
        <source>Documents already there</source>
        <translation>Bereits vorhandene Dokumente</translation>
    </message>
    <message>
        <source>Documents with the interface of MongoDB, over storage that spans zones and grows by itself.</source>
        <translation>Dokumente mit der Schnittstelle von MongoDB, auf einem Speicher, der Zonen überspannt und von selbst wächst.</translation>
    </message>
    <message>
        <source>Does what a request does</source>
        <translation>Tut, was eine Anfrage tut</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Doubles the parallelism after 15 minutes at 75% of the processors, up to 64 KPUs, and halves it after six hours below 10%; each change stops the application.</source>
        <translation>Verdoppelt die Parallelität nach 15 Minuten bei 75% der Prozessoren, bis zu 64 KPUs, und halbiert sie nach sechs Stunden unter 10%; jede Änderung hält die Anwendung an.</translation>
    </message>
    <message>
        <source>Download of image and model and start of the container, when none is free.</source>
        <translation>Herunterladen von Image und Modell und Start des Containers, wenn keiner frei ist.</translation>
    </message>
    <message>
        <source>Draining of a target unless set</source>
        <translation>Auslaufen eines Ziels, wenn nicht gesetzt</translation>
    </message>
    <message>
        <source>Durable application backups</source>
        <translation>Dauerhafte Anwendungs-Backups</translation>
    </message>
    <message>
        <source>Duration on provisioned, Arm</source>
        <translation>Laufzeit auf Provisioned, Arm</translation>
    </message>
    <message>
        <source>Duration on provisioned, x86</source>
        <translation>Laufzeit auf Provisioned, x86</translation>
    </message>
    <message>
        <source>Duration, Arm</source>
        <translation>Laufzeit, Arm</translation>
    </message>
    <message>
        <source>Duration, x86</source>
        <translation>Laufzeit, x86</translation>
    </message>
    <message>
        <source>Dynamic partitioning</source>
        <translation>Dynamische Partitionierung</translation>
    </message>
    <message>
        <source>Dynamic partitioning data</source>
        <translation>Daten der dynamischen Partitionierung</translation>
    </message>
    <message>
        <source>Dynamic partitioning objects</source>
        <translation>Objekte der dynamischen Partitionierung</translation>
    </message>
    <message>
        <source>EBS disk of each data node.</source>
        <translation>EBS-Festplatte jedes Datenknotens.</translation>
    </message>
    <message>
        <source>EC2 instances</source>
        <translation>EC2-Instanzen</translation>
    </message>
    <message>
        <source>EMR charge</source>
        <translation>EMR-Aufschlag</translation>
    </message>
    <message>
        <source>Each 32 KB of it is billed.</source>
        <translation>Je 32 KB davon werden berechnet.</translation>
    </message>
    <message>
        <source>Each asks the source a query of its own, all at once.</source>
        <translation>Jede stellt der Quelle eine eigene Abfrage, alle auf einmal.</translation>
    </message>
    <message>
        <source>Each is as large as the state and paid for as durable backup.</source>
        <translation>Jedes ist so groß wie der Zustand und wird als dauerhaftes Backup bezahlt.</translation>
    </message>
    <message>
        <source>Each is billed by the month.</source>
        <translation>Jede wird nach Monaten berechnet.</translation>
    </message>
    <message>
        <source>Each is billed for all that is stored.</source>
        <translation>Jede wird für alles Gespeicherte berechnet.</translation>
    </message>
    <message>
        <source>Each pause is this much longer than the last.</source>
        <translation>Jede Pause ist um so viel länger als die letzte.</translation>
    </message>
    <message>
        <source>Each reader by the month, or a plan of 500 sessions a month and each session beyond it.</source>
        <translation>Jeder Leser nach Monaten, oder ein Plan mit 500 Sitzungen im Monat und jede Sitzung darüber hinaus.</translation>
    </message>
    <message>
        <source>Each shard is closed at times of its own and another takes its place; 0 never closes one.</source>
        <translation>Jeder Shard wird zu eigenen Zeiten geschlossen und durch einen anderen ersetzt; 0 schließt nie einen.</translation>
    </message>
    <message>
        <source>Each shard writes 1 MiB/s and 1,000 records/s and serves 2 MiB/s of shared reads.</source>
        <translation>Jeder Shard schreibt 1 MiB/s und 1.000 Datensätze/s und liefert 2 MiB/s gemeinsamer Lesezugriffe.</translation>
    </message>
    <message>
        <source>Each takes 8 bytes and its length.</source>
        <translation>Jeder braucht 8 Bytes und seine Länge.</translation>
    </message>
    <message>
        <source>Each takes 8 bytes of a row.</source>
        <translation>Jede braucht 8 Bytes einer Zeile.</translation>
    </message>
    <message>
        <source>Each target is checked this often.</source>
        <translation>So oft wird jedes Ziel geprüft.</translation>
    </message>
    <message>
        <source>Each target is checked this often; the fast one costs more.</source>
        <translation>So oft wird jedes Ziel geprüft; die schnelle Prüfung kostet mehr.</translation>
    </message>
    <message>
        <source>Each worker has an instance of its own; what an hour of it costs.</source>
        <translation>Jeder Worker hat eine eigene Instanz; was eine Stunde davon kostet.</translation>
    </message>
    <message>
        <source>Each write of an indexed item is written to every index too, with units and storage of its own.</source>
        <translation>Jeder Schreibzugriff auf ein indiziertes Item geht auch in jeden Index, mit eigenen Einheiten und eigenem Speicher.</translation>
    </message>
    <message>
        <source>Earlier read peak</source>
        <translation>Frühere Lesespitze</translation>
    </message>
    <message>
        <source>Earlier write peak</source>
        <translation>Frühere Schreibspitze</translation>
    </message>
    <message>
        <source>Emptied, {component} would send on {emptied}/s instead of {filled}/s, {times} times as much, and have {back} of its hits back after {seconds} s</source>
        <translation>Geleert würde {component} {emptied}/s statt {filled}/s weiterschicken, {times}-mal so viel, und hätte {back} seiner Treffer nach {seconds} s zurück</translation>
    </message>
    <message>
        <source>Endpoint timeout</source>
        <translation>Endpunkt-Timeout</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Enhanced fan-out</source>
        <translation>Enhanced fan-out</translation>
    </message>
    <message>
        <source>Enhanced fan-out consumers</source>
        <translation>Enhanced-Fan-out-Konsumenten</translation>
    </message>
    <message>
        <source>Enhanced fan-out data</source>
        <translation>Enhanced-Fan-out-Daten</translation>
    </message>
    <message>
        <source>Enhanced fan-out shard hours</source>
        <translation>Enhanced-Fan-out-Shard-Stunden</translation>
    </message>
    <message>
        <source>Enrichment and target together; what takes longer has failed.</source>
        <translation>Anreicherung und Ziel zusammen; was länger dauert, ist gescheitert.</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Environments kept started, billed all the time and without cold start; 0 keeps none.</source>
        <translation>Gestartet gehaltene Umgebungen, ständig berechnet und ohne Kaltstart; 0 hält keine.</translation>
    </message>
    <message>
        <source>Environments one function starts in 10 s</source>
        <translation>Umgebungen, die eine Funktion in 10 s startet</translation>
    </message>
    <message>
        <source>Ephemeral storage</source>
        <translation>Flüchtiger Speicher</translation>
    </message>
    <message>
        <source>Ephemeral storage, Arm</source>
        <translation>Flüchtiger Speicher, Arm</translation>
    </message>
    <message>
        <source>Ephemeral storage, x86</source>
        <translation>Flüchtiger Speicher, x86</translation>
    </message>
    <message>
        <source>Equal: from half of the pause</source>
        <translation>Gleich: ab der Hälfte der Pause</translation>
    </message>
    <message>
        <source>Errors are kept for</source>
        <translation>Fehler bleiben für</translation>
    </message>
    <message>
        <source>Europe</source>
        <translation>Europa</translation>
    </message>
    <message>
        <source>Event age</source>
        <translation>Ereignisalter</translation>
    </message>
    <message>
        <source>Events in one call</source>
        <translation>Ereignisse in einem Aufruf</translation>
    </message>
    <message>
        <source>Events of AWS services</source>
        <translation>Ereignisse von AWS-Services</translation>
    </message>
    <message>
        <source>Events of one call, all together; a larger one is rejected.</source>
        <translation>Ereignisse eines Aufrufs, alle zusammen; ein größerer wird abgewiesen.</translation>
    </message>
    <message>
        <source>Events sent to targets in a second, tries included; those beyond it wait. 0 is the quota of the Region: 18,750 in us-east-1, us-west-2 and eu-west-1, 4,500 to 750 elsewhere.</source>
        <translation>In einer Sekunde an Ziele geschickte Ereignisse, Versuche eingeschlossen; darüber hinaus warten sie. 0 ist das Kontingent der Region: 18.750 in us-east-1, us-west-2 und eu-west-1, sonst 4.500 bis 750.</translation>
    </message>
    <message>
        <source>Events that come late</source>
        <translation>Verspätete Ereignisse</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Every so often</source>
        <translation>In festem Abstand</translation>
    </message>
    <message>
        <source>Every volume has 250 MiB/s; more is paid for, and this size takes no more than 312.5.</source>
        <translation>Jedes Volume hat 250 MiB/s; mehr wird bezahlt, und diese Größe nimmt höchstens 312,5.</translation>
    </message>
    <message>
        <source>Exactly once</source>
        <translation>Genau einmal</translation>
    </message>
    <message>
        <source>Exactly once, results are seen when the next checkpoint is complete; else some are sent again after a restart.</source>
        <translation>Genau einmal: Ergebnisse sind zu sehen, wenn der nächste Checkpoint fertig ist; sonst werden nach einem Neustart einige noch einmal geschickt.</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>Executions all functions of the account and Region share; new accounts start lower.</source>
        <translation>Ausführungen, die sich alle Funktionen des Kontos in der Region teilen; neue Konten beginnen niedriger.</translation>
    </message>
    <message>
        <source>Executions at once of a queue&apos;s pipe</source>
        <translation>Ausführungen einer Warteschlangen-Pipe zugleich</translation>
    </message>
    <message>
        <source>Executions at once, three largest Regions</source>
        <translation>Ausführungen zugleich, drei größte Regionen</translation>
    </message>
    <message>
        <source>Executions at once; 0 is the quota of the Region: 3,000 in us-east-1, us-west-2 and eu-west-1, 1,000 elsewhere.</source>
        <translation>Ausführungen zugleich; 0 ist das Kontingent der Region: 3.000 in us-east-1, us-west-2 und eu-west-1, sonst 1.000.</translation>
    </message>
    <message>
        <source>Executions kept for this function and its upper bound; 0 reserves none.</source>
        <translation>Für diese Funktion reservierte Ausführungen, zugleich ihre Obergrenze; 0 reserviert keine.</translation>
    </message>
    <message>
        <source>Executions started</source>
        <translation>Gestartete Ausführungen</translation>
    </message>
    <message>
        <source>Expire after</source>
        <translation>Laufen ab nach</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>Exponentiell</translation>
    </message>
    <message>
        <source>Exponential back-off</source>
        <translation>Exponentieller Backoff</translation>
    </message>
    <message>
        <source>Exports a month</source>
        <translation>Exporte pro Monat</translation>
    </message>
    <message>
        <source>Exports to S3</source>
        <translation>Exporte nach S3</translation>
    </message>
    <message>
        <source>Express</source>
        <translation>Express</translation>
    </message>
    <message>
        <source>Express broker hours</source>
        <translation>Express-Broker-Stunden</translation>
    </message>
    <message>
        <source>Express data in</source>
        <translation>Express, eingehende Daten</translation>
    </message>
    <message>
        <source>Express duration</source>
        <translation>Express, Laufzeit</translation>
    </message>
    <message>
        <source>Express requests</source>
        <translation>Express, Anfragen</translation>
    </message>
    <message>
        <source>Express storage</source>
        <translation>Express, Speicher</translation>
    </message>
    <message>
        <source>Express, one partition</source>
        <translation>Express, eine Partition</translation>
    </message>
    <message>
        <source>Extended retention shard hours</source>
        <translation>Shard-Stunden mit erweiterter Aufbewahrung</translation>
    </message>
    <message>
        <source>Extended support</source>
        <translation>Erweiterter Support</translation>
    </message>
    <message>
        <source>Extended support, on top</source>
        <translation>Erweiterter Support, zusätzlich</translation>
    </message>
    <message>
        <source>FIFO calls of each action</source>
        <translation>FIFO-Aufrufe jeder Aktion</translation>
    </message>
    <message>
        <source>FIFO calls of each action, of a partition with high throughput</source>
        <translation>FIFO-Aufrufe jeder Aktion, einer Partition mit hohem Durchsatz</translation>
    </message>
    <message>
        <source>FIFO deduplication</source>
        <translation>FIFO-Deduplizierung</translation>
    </message>
    <message>
        <source>FIFO hands the messages of a group (the key of a record) out in order, one batch at a time: none of a group while one of it is in work or hidden.</source>
        <translation>FIFO gibt die Nachrichten einer Gruppe (des Schlüssels eines Datensatzes) in Reihenfolge aus, einen Batch auf einmal: keine einer Gruppe, solange eine davon in Arbeit oder verborgen ist.</translation>
    </message>
    <message>
        <source>FIFO keeps the order of each message group (the key of a record) and sends to queues only.</source>
        <translation>FIFO bewahrt die Reihenfolge jeder Nachrichtengruppe (des Schlüssels eines Datensatzes) und sendet nur an Warteschlangen.</translation>
    </message>
    <message>
        <source>FIFO throughput</source>
        <translation>FIFO-Durchsatz</translation>
    </message>
    <message>
        <source>FIFO topic</source>
        <translation>FIFO-Topic</translation>
    </message>
    <message>
        <source>FIFO topic, data</source>
        <translation>FIFO-Topic, Daten</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>Scheitern</translation>
    </message>
    <message>
        <source>Fail-over</source>
        <translation>Failover</translation>
    </message>
    <message>
        <source>Fail-over unless set</source>
        <translation>Failover, wenn nicht gesetzt</translation>
    </message>
    <message>
        <source>Failover</source>
        <translation>Failover</translation>
    </message>
    <message>
        <source>Failover answers with the first target that is healthy, in the order of the connections&apos; names; weighted with each by its share.</source>
        <translation>Failover antwortet mit dem ersten gesunden Ziel in der Reihenfolge der Verbindungsnamen; gewichtet mit jedem nach seinem Anteil.</translation>
    </message>
    <message>
        <source>Failover takes</source>
        <translation>Failover dauert</translation>
    </message>
    <message>
        <source>Failover to a replica takes</source>
        <translation>Failover auf ein Replikat dauert</translation>
    </message>
    <message>
        <source>Failure threshold</source>
        <translation>Fehlerschwelle</translation>
    </message>
    <message>
        <source>Failures to remove</source>
        <translation>Fehler bis zur Entfernung</translation>
    </message>
    <message>
        <source>Fargate</source>
        <translation>Fargate</translation>
    </message>
    <message>
        <source>Fargate memory hours</source>
        <translation>Fargate-Arbeitsspeicherstunden</translation>
    </message>
    <message>
        <source>Fargate pod launches of an account without ECS</source>
        <translation>Fargate-Pod-Starts eines Kontos ohne ECS</translation>
    </message>
    <message>
        <source>Fargate task launches</source>
        <translation>Fargate-Task-Starts</translation>
    </message>
    <message>
        <source>Fargate vCPU hours</source>
        <translation>Fargate-vCPU-Stunden</translation>
    </message>
    <message>
        <source>Fast checks</source>
        <translation>Schnelle Prüfungen</translation>
    </message>
    <message>
        <source>Fast health check every</source>
        <translation>Schnelle Zustandsprüfung alle</translation>
    </message>
    <message>
        <source>Fetch latency</source>
        <translation>Abruflatenz</translation>
    </message>
    <message>
        <source>Fetch wait</source>
        <translation>Abrufwartezeit</translation>
    </message>
    <message>
        <source>Fetched of a partition at once</source>
        <translation>Von einer Partition auf einmal geholt</translation>
    </message>
    <message>
        <source>Fewest instances of a policy that tracks a target</source>
        <translation>Wenigste Instanzen einer Richtlinie mit Zielverfolgung</translation>
    </message>
    <message>
        <source>Fewest open requests</source>
        <translation>Wenigste offene Anfragen</translation>
    </message>
    <message>
        <source>Filter policies of a topic</source>
        <translation>Filterrichtlinien eines Topics</translation>
    </message>
    <message>
        <source>Filters look at</source>
        <translation>Filter betrachten</translation>
    </message>
    <message>
        <source>First byte, 99th percentile</source>
        <translation>Erstes Byte, 99. Perzentil</translation>
    </message>
    <message>
        <source>First byte, median</source>
        <translation>Erstes Byte, Median</translation>
    </message>
    <message>
        <source>First come, first served</source>
        <translation>Wer zuerst kommt, wird zuerst bedient</translation>
    </message>
    <message>
        <source>First pause before a retry</source>
        <translation>Erste Pause vor einer Wiederholung</translation>
    </message>
    <message>
        <source>Fixed delay</source>
        <translation>Feste Verzögerung</translation>
    </message>
    <message>
        <source>Flex DPU quota</source>
        <translation>Flex-DPU-Kontingent</translation>
    </message>
    <message>
        <source>Flex DPUs at once</source>
        <translation>Flex-DPUs zugleich</translation>
    </message>
    <message>
        <source>Flex job runs</source>
        <translation>Läufe von Flex-Jobs</translation>
    </message>
    <message>
        <source>Flex jobs cost less and run on spare capacity; a Python shell runs on one small machine.</source>
        <translation>Flex-Jobs kosten weniger und laufen auf freier Kapazität; eine Python-Shell läuft auf einer kleinen Maschine.</translation>
    </message>
    <message>
        <source>Flexible time window</source>
        <translation>Flexibles Zeitfenster</translation>
    </message>
    <message>
        <source>For a burst; 0 takes what is earned in a day.</source>
        <translation>Für einen Burst; 0 nimmt, was an einem Tag verdient wird.</translation>
    </message>
    <message>
        <source>For a call that finds no open connection of its caller.</source>
        <translation>Für einen Aufruf, der keine offene Verbindung seines Aufrufers findet.</translation>
    </message>
    <message>
        <source>For changes that wait, beside the 50 GiB included.</source>
        <translation>Für wartende Änderungen, neben den enthaltenen 50 GiB.</translation>
    </message>
    <message>
        <source>For each GB it computes over.</source>
        <translation>Für jedes GB, über das gerechnet wird.</translation>
    </message>
    <message>
        <source>For each request, until one matches; the first 10 are free.</source>
        <translation>Für jede Anfrage, bis eine passt; die ersten 10 sind frei.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Format conversion</source>
        <translation>Formatumwandlung</translation>
    </message>
    <message>
        <source>Free disk below which writes are blocked, at most</source>
        <translation>Freier Plattenplatz, unter dem Schreibzugriffe blockiert werden, höchstens</translation>
    </message>
    <message>
        <source>Free transitions of a month</source>
        <translation>Freie Übergänge eines Monats</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Freitag</translation>
    </message>
    <message>
        <source>From 400 GiB on it is striped over four volumes.</source>
        <translation>Ab 400 GiB über vier Volumes gestreift.</translation>
    </message>
    <message>
        <source>From a call to its acknowledgement.</source>
        <translation>Von einem Aufruf bis zu seiner Bestätigung.</translation>
    </message>
    <message>
        <source>From a call to the arrival at the target, idle; measured for functions.</source>
        <translation>Von einem Aufruf bis zur Ankunft beim Ziel, im Leerlauf; für Funktionen gemessen.</translation>
    </message>
    <message>
        <source>From a finished write to the event it sends.</source>
        <translation>Von einem abgeschlossenen Schreibzugriff bis zu dessen Ereignis.</translation>
    </message>
    <message>
        <source>From a message to its acknowledgement (QoS 1).</source>
        <translation>Von einer Nachricht bis zu ihrer Bestätigung (QoS 1).</translation>
    </message>
    <message>
        <source>From a message to the arrival at the action&apos;s target.</source>
        <translation>Von einer Nachricht bis zur Ankunft beim Ziel der Aktion.</translation>
    </message>
    <message>
        <source>From a place on an instance until the job works.</source>
        <translation>Vom Platz auf einer Instanz, bis der Job arbeitet.</translation>
    </message>
    <message>
        <source>From a publish to its acknowledgement.</source>
        <translation>Von einer Veröffentlichung bis zu ihrer Bestätigung.</translation>
    </message>
    <message>
        <source>From a publish to its arrival at the subscriber, idle; measured for functions.</source>
        <translation>Von einer Veröffentlichung bis zur Ankunft beim Abonnenten, im Leerlauf; für Funktionen gemessen.</translation>
    </message>
    <message>
        <source>From a put to the acknowledgement of all copies in sync when nothing holds it up.</source>
        <translation>Von einem Put bis zur Bestätigung aller synchronen Kopien, wenn ihn nichts aufhält.</translation>
    </message>
    <message>
        <source>From a put&apos;s arrival to its acknowledgement when nothing is refused.</source>
        <translation>Von der Ankunft eines Puts bis zu seiner Bestätigung, wenn nichts abgewiesen wird.</translation>
    </message>
    <message>
        <source>From a send&apos;s arrival to its acknowledgement.</source>
        <translation>Von der Ankunft eines Sendens bis zu dessen Bestätigung.</translation>
    </message>
    <message>
        <source>From a write to its being readable on a replica, where nothing queues.</source>
        <translation>Von einem Schreibzugriff, bis er auf einem Replikat lesbar ist, wo nichts ansteht.</translation>
    </message>
    <message>
        <source>From its launch, from when it is billed, until it answers.</source>
        <translation>Von seinem Start, ab dem er berechnet wird, bis er antwortet.</translation>
    </message>
    <message>
        <source>From its launch, from when it is billed, until it takes jobs.</source>
        <translation>Von seinem Start, ab dem er berechnet wird, bis er Jobs annimmt.</translation>
    </message>
    <message>
        <source>From the caller and back, without any work.</source>
        <translation>Vom Aufrufer und zurück, ohne jede Arbeit.</translation>
    </message>
    <message>
        <source>From the caller and back, without the wait for the command thread.</source>
        <translation>Vom Aufrufer und zurück, ohne das Warten auf den Befehls-Thread.</translation>
    </message>
    <message>
        <source>From the caller and back, without the wait for the node.</source>
        <translation>Vom Aufrufer und zurück, ohne das Warten auf den Knoten.</translation>
    </message>
    <message>
        <source>From the caller and back, without wait and work.</source>
        <translation>Vom Aufrufer und zurück, ohne Warten und Arbeit.</translation>
    </message>
    <message>
        <source>From the decision to scale until the new capacity serves.</source>
        <translation>Von der Entscheidung zu skalieren, bis die neue Kapazität bedient.</translation>
    </message>
    <message>
        <source>From the end of one state to the work of the next.</source>
        <translation>Vom Ende eines Zustands bis zur Arbeit des nächsten.</translation>
    </message>
    <message>
        <source>From the end of the work until the output is readable and the bookmark has moved.</source>
        <translation>Vom Ende der Arbeit, bis die Ausgabe lesbar ist und das Lesezeichen vorgerückt ist.</translation>
    </message>
    <message>
        <source>From the end of the work until the output is readable.</source>
        <translation>Vom Ende der Arbeit, bis die Ausgabe lesbar ist.</translation>
    </message>
    <message>
        <source>From the launch of a job until its image is being pulled; not billed.</source>
        <translation>Vom Start eines Jobs, bis sein Image gezogen wird; nicht berechnet.</translation>
    </message>
    <message>
        <source>From the launch of a pod until its image is being pulled; not billed.</source>
        <translation>Vom Start eines Pods, bis sein Image gezogen wird; nicht berechnet.</translation>
    </message>
    <message>
        <source>From the launch of a task node until it works; it is billed from its launch.</source>
        <translation>Vom Start eines Task-Knotens, bis er arbeitet; berechnet wird ab seinem Start.</translation>
    </message>
    <message>
        <source>From the launch of a task until its image is being pulled; not billed.</source>
        <translation>Vom Start eines Tasks, bis sein Image gezogen wird; nicht berechnet.</translation>
    </message>
    <message>
        <source>From the launch of a worker&apos;s instance until it takes leases; it is billed from its launch.</source>
        <translation>Vom Start der Instanz eines Workers, bis sie Leases übernimmt; berechnet wird ab ihrem Start.</translation>
    </message>
    <message>
        <source>From the launch of an instance until it takes pods; it is billed from its launch.</source>
        <translation>Vom Start einer Instanz, bis sie Pods annimmt; berechnet wird ab ihrem Start.</translation>
    </message>
    <message>
        <source>From the launch of an instance until it takes tasks; it is billed from its launch.</source>
        <translation>Vom Start einer Instanz, bis sie Tasks annimmt; berechnet wird ab ihrem Start.</translation>
    </message>
    <message>
        <source>From the launch of an instance until it takes work; it is billed from its launch.</source>
        <translation>Vom Start einer Instanz, bis sie Arbeit annimmt; berechnet wird ab ihrem Start.</translation>
    </message>
    <message>
        <source>From the order of a cluster to its first work.</source>
        <translation>Von der Bestellung eines Clusters bis zu dessen erster Arbeit.</translation>
    </message>
    <message>
        <source>From the start of a restart until it reads again, the restoring of state apart.</source>
        <translation>Vom Beginn eines Neustarts, bis wieder gelesen wird, ohne das Wiederherstellen des Zustands.</translation>
    </message>
    <message>
        <source>From the start of a run until it works; not billed. Large workers and Flex runs may take minutes.</source>
        <translation>Vom Start eines Laufs, bis er arbeitet; nicht berechnet. Große Worker und Flex-Läufe können Minuten brauchen.</translation>
    </message>
    <message>
        <source>From the start to the first task at work, where nobody waits for the end.</source>
        <translation>Vom Start bis zum ersten arbeitenden Task, wo niemand auf das Ende wartet.</translation>
    </message>
    <message>
        <source>From the start to the first task at work, where the caller waits for the end.</source>
        <translation>Vom Start bis zum ersten arbeitenden Task, wo der Aufrufer auf das Ende wartet.</translation>
    </message>
    <message>
        <source>From the start to the first task at work.</source>
        <translation>Vom Start bis zum ersten arbeitenden Task.</translation>
    </message>
    <message>
        <source>From the user to the nearest place and back.</source>
        <translation>Vom Benutzer zum nächsten Standort und zurück.</translation>
    </message>
    <message>
        <source>Full exports to S3, billed by the size of the table; they use no read capacity.</source>
        <translation>Volle Exporte nach S3, berechnet nach der Größe der Tabelle; sie verbrauchen keine Lesekapazität.</translation>
    </message>
    <message>
        <source>Full load within</source>
        <translation>Volles Laden innerhalb von</translation>
    </message>
    <message>
        <source>Full load, at most</source>
        <translation>Volles Laden, höchstens</translation>
    </message>
    <message>
        <source>Full refresh, at best every</source>
        <translation>Volle Aktualisierung, bestenfalls alle</translation>
    </message>
    <message>
        <source>Full: from 0 to the pause</source>
        <translation>Voll: von 0 bis zur Pause</translation>
    </message>
    <message>
        <source>Functions of a pipeline</source>
        <translation>Funktionen einer Pipeline</translation>
    </message>
    <message>
        <source>Further copies of each shard: indexed as well, and as large.</source>
        <translation>Weitere Kopien jedes Shards: ebenfalls indiziert und ebenso groß.</translation>
    </message>
    <message>
        <source>Further instances of the same class; each is billed.</source>
        <translation>Weitere Instanzen derselben Klasse; jede wird berechnet.</translation>
    </message>
    <message>
        <source>Further storage</source>
        <translation>Weiterer Speicher</translation>
    </message>
    <message>
        <source>G.12X, 48 vCPU, 12 DPU</source>
        <translation>G.12X, 48 vCPU, 12 DPU</translation>
    </message>
    <message>
        <source>G.16X, 64 vCPU, 16 DPU</source>
        <translation>G.16X, 64 vCPU, 16 DPU</translation>
    </message>
    <message>
        <source>G.1X, 4 vCPU, 1 DPU</source>
        <translation>G.1X, 4 vCPU, 1 DPU</translation>
    </message>
    <message>
        <source>G.2X, 8 vCPU, 2 DPU</source>
        <translation>G.2X, 8 vCPU, 2 DPU</translation>
    </message>
    <message>
        <source>G.4X, 16 vCPU, 4 DPU</source>
        <translation>G.4X, 16 vCPU, 4 DPU</translation>
    </message>
    <message>
        <source>G.8X, 32 vCPU, 8 DPU</source>
        <translation>G.8X, 32 vCPU, 8 DPU</translation>
    </message>
    <message>
        <source>GB billed</source>
        <translation>Berechnete GB</translation>
    </message>
    <message>
        <source>GB ingested</source>
        <translation>Aufgenommene GB</translation>
    </message>
    <message>
        <source>GB stored each second</source>
        <translation>Pro Sekunde gespeicherte GB</translation>
    </message>
    <message>
        <source>GB-hour</source>
        <translation>GB-Stunde</translation>
    </message>
    <message>
        <source>GB-month</source>
        <translation>GB-Monat</translation>
    </message>
    <message>
        <source>GB-s/s</source>
        <translation>GB-s/s</translation>
    </message>
    <message>
        <source>GB-second</source>
        <translation>GB-Sekunde</translation>
    </message>
    <message>
        <source>GB-seconds</source>
        <translation>GB-Sekunden</translation>
    </message>
    <message>
        <source>GB/h</source>
        <translation>GB/h</translation>
    </message>
    <message>
        <source>GB/s</source>
        <translation>GB/s</translation>
    </message>
    <message>
        <source>GET and HEAD requests one prefix serves at least.</source>
        <translation>GET- und HEAD-Anfragen, die ein Präfix mindestens bedient.</translation>
    </message>
    <message>
        <source>GET requests, Glacier Instant Retrieval</source>
        <translation>GET-Anfragen, Glacier Instant Retrieval</translation>
    </message>
    <message>
        <source>GET requests, Intelligent-Tiering</source>
        <translation>GET-Anfragen, Intelligent-Tiering</translation>
    </message>
    <message>
        <source>GET requests, One Zone-IA</source>
        <translation>GET-Anfragen, One Zone-IA</translation>
    </message>
    <message>
        <source>GET requests, Standard</source>
        <translation>GET-Anfragen, Standard</translation>
    </message>
    <message>
        <source>GET requests, Standard-IA</source>
        <translation>GET-Anfragen, Standard-IA</translation>
    </message>
    <message>
        <source>GLCU-hour</source>
        <translation>GLCU-Stunde</translation>
    </message>
    <message>
        <source>Gap between requests</source>
        <translation>Abstand zwischen Anfragen</translation>
    </message>
    <message>
        <source>Gathered for</source>
        <translation>Gesammelt für</translation>
    </message>
    <message>
        <source>Gbit/s</source>
        <translation>Gbit/s</translation>
    </message>
    <message>
        <source>General purpose gp2</source>
        <translation>General Purpose gp2</translation>
    </message>
    <message>
        <source>General purpose gp3</source>
        <translation>General Purpose gp3</translation>
    </message>
    <message>
        <source>Get latency, 99th percentile</source>
        <translation>Leselatenz, 99. Perzentil</translation>
    </message>
    <message>
        <source>Get latency, median</source>
        <translation>Leselatenz, Median</translation>
    </message>
    <message>
        <source>GetRecords calls a second on one shard, all shared consumers together.</source>
        <translation>GetRecords-Aufrufe pro Sekunde auf einem Shard, alle gemeinsamen Konsumenten zusammen.</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>GiB</translation>
    </message>
    <message>
        <source>GiB a node</source>
        <translation>GiB pro Knoten</translation>
    </message>
    <message>
        <source>Glacier Instant Retrieval</source>
        <translation>Glacier Instant Retrieval</translation>
    </message>
    <message>
        <source>Global secondary indexes</source>
        <translation>Globale Sekundärindizes</translation>
    </message>
    <message>
        <source>Go (provided.al2023)</source>
        <translation>Go (provided.al2023)</translation>
    </message>
    <message>
        <source>Grows with the time and the memory that an operation takes.</source>
        <translation>Wächst mit der Zeit und dem Arbeitsspeicher einer Operation.</translation>
    </message>
    <message>
        <source>HTTP API requests</source>
        <translation>HTTP-API-Anfragen</translation>
    </message>
    <message>
        <source>HTTP requests, Europe</source>
        <translation>HTTP-Anfragen, Europa</translation>
    </message>
    <message>
        <source>HTTP requests, India</source>
        <translation>HTTP-Anfragen, Indien</translation>
    </message>
    <message>
        <source>HTTP requests, Japan</source>
        <translation>HTTP-Anfragen, Japan</translation>
    </message>
    <message>
        <source>HTTP requests, United States, Mexico, Canada</source>
        <translation>HTTP-Anfragen, USA, Mexiko, Kanada</translation>
    </message>
    <message>
        <source>HTTPS requests cost more.</source>
        <translation>HTTPS-Anfragen kosten mehr.</translation>
    </message>
    <message>
        <source>HTTPS requests, Europe</source>
        <translation>HTTPS-Anfragen, Europa</translation>
    </message>
    <message>
        <source>HTTPS requests, India</source>
        <translation>HTTPS-Anfragen, Indien</translation>
    </message>
    <message>
        <source>HTTPS requests, Japan</source>
        <translation>HTTPS-Anfragen, Japan</translation>
    </message>
    <message>
        <source>HTTPS requests, United States, Mexico, Canada</source>
        <translation>HTTPS-Anfragen, USA, Mexiko, Kanada</translation>
    </message>
    <message>
        <source>Half of all requests wait no longer for the first byte; AWS says roughly 100 to 200 ms.</source>
        <translation>Die Hälfte aller Anfragen wartet nicht länger auf das erste Byte; AWS sagt grob 100 bis 200 ms.</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>Zustandsprüfung</translation>
    </message>
    <message>
        <source>Health check every</source>
        <translation>Zustandsprüfung alle</translation>
    </message>
    <message>
        <source>Health checks of AWS endpoints</source>
        <translation>Zustandsprüfungen von AWS-Endpunkten</translation>
    </message>
    <message>
        <source>Held all the time.</source>
        <translation>Ständig gehalten.</translation>
    </message>
    <message>
        <source>Held all the time; indexing and search have units of their own.</source>
        <translation>Ständig gehalten; Indizierung und Suche haben eigene Einheiten.</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>Hohe Priorität</translation>
    </message>
    <message>
        <source>High throughput</source>
        <translation>Hoher Durchsatz</translation>
    </message>
    <message>
        <source>Highest write of the last 30 days</source>
        <translation>Höchster Schreibzugriff der letzten 30 Tage</translation>
    </message>
    <message>
        <source>History of an execution, Standard</source>
        <translation>Verlauf einer Ausführung, Standard</translation>
    </message>
    <message>
        <source>Hosted zones</source>
        <translation>Gehostete Zonen</translation>
    </message>
    <message>
        <source>Hot key share</source>
        <translation>Anteil des heißen Schlüssels</translation>
    </message>
    <message>
        <source>Hot partitions split after</source>
        <translation>Heiße Partitionen teilen sich nach</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>Hourly at best.</source>
        <translation>Bestenfalls stündlich.</translation>
    </message>
    <message>
        <source>How an execution ends whose failed task was caught by a connection with that role.</source>
        <translation>Wie eine Ausführung endet, deren gescheiterter Task von einer Verbindung mit dieser Rolle gefangen wurde.</translation>
    </message>
    <message>
        <source>How far below its target the metric must be to scale in.</source>
        <translation>Wie weit die Metrik unter ihrem Ziel liegen muss, um zu verkleinern.</translation>
    </message>
    <message>
        <source>How far the watermark stays behind the newest event; a window waits so long for stragglers.</source>
        <translation>Wie weit der Watermark hinter dem neuesten Ereignis bleibt; so lange wartet ein Fenster auf Nachzügler.</translation>
    </message>
    <message>
        <source>How fast a KPU saves or restores its state.</source>
        <translation>Wie schnell eine KPU ihren Zustand sichert oder wiederherstellt.</translation>
    </message>
    <message>
        <source>How fast a refresh takes in what the source has answered.</source>
        <translation>Wie schnell eine Aktualisierung aufnimmt, was die Quelle geantwortet hat.</translation>
    </message>
    <message>
        <source>How fast more of them may follow.</source>
        <translation>Wie schnell weitere folgen dürfen.</translation>
    </message>
    <message>
        <source>How long a failing delivery to S3 is retried before direct puts are lost.</source>
        <translation>Wie lange eine scheiternde Lieferung nach S3 wiederholt wird, bevor direkte Puts verloren gehen.</translation>
    </message>
    <message>
        <source>How long a failing load into Redshift is tried again, every five minutes.</source>
        <translation>Wie lange ein scheiterndes Laden nach Redshift wiederholt wird, alle fünf Minuten.</translation>
    </message>
    <message>
        <source>How long a fetch that finds nothing waits at the broker for a record (fetch.max.wait.ms).</source>
        <translation>Wie lange ein Abruf, der nichts findet, beim Broker auf einen Datensatz wartet (fetch.max.wait.ms).</translation>
    </message>
    <message>
        <source>How long a message is kept; older ones are lost.</source>
        <translation>Wie lange eine Nachricht aufbewahrt wird; ältere gehen verloren.</translation>
    </message>
    <message>
        <source>How long a new message stays hidden at first.</source>
        <translation>Wie lange eine neue Nachricht zuerst verborgen bleibt.</translation>
    </message>
    <message>
        <source>How long a producer goes on with a record that the brokers are too slow to take; then it is refused (delivery.timeout.ms).</source>
        <translation>Wie lange ein Produzent einen Datensatz weiter versucht, den die Broker zu langsam annehmen; dann wird er abgewiesen (delivery.timeout.ms).</translation>
    </message>
    <message>
        <source>How long a received message is hidden; one not deleted by then comes back and is worked on again. With Lambda, take six times the function&apos;s timeout.</source>
        <translation>Wie lange eine empfangene Nachricht verborgen ist; eine bis dahin nicht gelöschte kommt zurück und wird erneut bearbeitet. Mit Lambda das Sechsfache des Funktions-Timeouts nehmen.</translation>
    </message>
    <message>
        <source>How long a record stays readable; Kafka keeps a week unless told otherwise.</source>
        <translation>Wie lange ein Datensatz lesbar bleibt; Kafka behält eine Woche, wenn nichts anderes gesagt ist.</translation>
    </message>
    <message>
        <source>How long a record stays readable; unread records older than this are lost.</source>
        <translation>Wie lange ein Datensatz lesbar bleibt; ältere ungelesene gehen verloren.</translation>
    </message>
    <message>
        <source>How long all events are kept in an archive; 0 keeps none.</source>
        <translation>Wie lange alle Ereignisse in einem Archiv bleiben; 0 behält keine.</translation>
    </message>
    <message>
        <source>How long an incomplete batch waits for more records.</source>
        <translation>Wie lange ein unvollständiger Batch auf weitere Datensätze wartet.</translation>
    </message>
    <message>
        <source>How long fewer nodes must do before some are ended.</source>
        <translation>Wie lange weniger Knoten reichen müssen, bevor einige beendet werden.</translation>
    </message>
    <message>
        <source>How long it waits; 0 = there is none.</source>
        <translation>Wie lange sie wartet; 0 = es gibt keine.</translation>
    </message>
    <message>
        <source>How long published messages are kept for replay; 0 keeps none.</source>
        <translation>Wie lange veröffentlichte Nachrichten für eine Wiedergabe bleiben; 0 behält keine.</translation>
    </message>
    <message>
        <source>How long records stay on the brokers&apos; own disks.</source>
        <translation>Wie lange Datensätze auf den eigenen Festplatten der Broker bleiben.</translation>
    </message>
    <message>
        <source>How many a client sends before it leaves its connection idle.</source>
        <translation>Wie viele ein Client sendet, bevor er seine Verbindung ruhen lässt.</translation>
    </message>
    <message>
        <source>How many different partition keys the records carry.</source>
        <translation>Wie viele verschiedene Partitionsschlüssel die Datensätze tragen.</translation>
    </message>
    <message>
        <source>How many jobs one instance takes: by vCPU and memory, the least.</source>
        <translation>Wie viele Jobs eine Instanz aufnimmt: nach vCPU und Arbeitsspeicher, das Kleinere.</translation>
    </message>
    <message>
        <source>How many operations a second it does, and what it costs.</source>
        <translation>Wie viele Operationen pro Sekunde sie schafft und was sie kostet.</translation>
    </message>
    <message>
        <source>How many pods one instance takes: by vCPU, memory and network interfaces, the least.</source>
        <translation>Wie viele Pods eine Instanz aufnimmt: nach vCPU, Arbeitsspeicher und Netzwerkschnittstellen, das Kleinste.</translation>
    </message>
    <message>
        <source>How many read and compute at once for one query.</source>
        <translation>Wie viele für eine Abfrage zugleich lesen und rechnen.</translation>
    </message>
    <message>
        <source>How many records travel in one call at most.</source>
        <translation>Wie viele Datensätze höchstens in einem Aufruf reisen.</translation>
    </message>
    <message>
        <source>How many records travel in one call at most; above 1 the call is BatchWriteItem.</source>
        <translation>Wie viele Datensätze höchstens in einem Aufruf reisen; über 1 ist der Aufruf BatchWriteItem.</translation>
    </message>
    <message>
        <source>How many records travel in one call at most; above 1 the call is PublishBatch.</source>
        <translation>Wie viele Datensätze höchstens in einem Aufruf reisen; über 1 ist der Aufruf PublishBatch.</translation>
    </message>
    <message>
        <source>How many records travel in one call at most; above 1 the call is PutEvents.</source>
        <translation>Wie viele Datensätze höchstens in einem Aufruf reisen; über 1 ist der Aufruf PutEvents.</translation>
    </message>
    <message>
        <source>How many records travel in one call at most; above 1 the call is PutRecordBatch.</source>
        <translation>Wie viele Datensätze höchstens in einem Aufruf reisen; über 1 ist der Aufruf PutRecordBatch.</translation>
    </message>
    <message>
        <source>How many records travel in one call at most; above 1 the call is PutRecords.</source>
        <translation>Wie viele Datensätze höchstens in einem Aufruf reisen; über 1 ist der Aufruf PutRecords.</translation>
    </message>
    <message>
        <source>How many records travel in one call at most; above 1 the call is SendMessageBatch.</source>
        <translation>Wie viele Datensätze höchstens in einem Aufruf reisen; über 1 ist der Aufruf SendMessageBatch.</translation>
    </message>
    <message>
        <source>How many run at once; the others wait.</source>
        <translation>Wie viele zugleich laufen; die anderen warten.</translation>
    </message>
    <message>
        <source>How many tasks one instance takes: by vCPU, memory and network interfaces, the least.</source>
        <translation>Wie viele Tasks eine Instanz aufnimmt: nach vCPU, Arbeitsspeicher und Netzwerkschnittstellen, das Kleinste.</translation>
    </message>
    <message>
        <source>How many there are; a load or a shape in the scenario multiplies it.</source>
        <translation>Wie viele es sind; eine Last oder Form im Szenario vervielfacht das.</translation>
    </message>
    <message>
        <source>How many views one session has on average.</source>
        <translation>Wie viele Ansichten eine Sitzung im Mittel hat.</translation>
    </message>
    <message>
        <source>How much event time a window covers.</source>
        <translation>Wie viel Ereigniszeit ein Fenster umfasst.</translation>
    </message>
    <message>
        <source>How much larger the index is than its documents.</source>
        <translation>Wie viel größer der Index als seine Dokumente ist.</translation>
    </message>
    <message>
        <source>How much less a Spot instance costs than on demand.</source>
        <translation>Wie viel weniger eine Spot-Instanz als On-Demand kostet.</translation>
    </message>
    <message>
        <source>How much of the work takes this connection.</source>
        <translation>Wie viel der Arbeit diese Verbindung nimmt.</translation>
    </message>
    <message>
        <source>How often a batch is made.</source>
        <translation>Wie oft ein Batch gebildet wird.</translation>
    </message>
    <message>
        <source>How often an idle shared reader asks each shard.</source>
        <translation>Wie oft ein ruhender gemeinsamer Leser jeden Shard fragt.</translation>
    </message>
    <message>
        <source>How often an invocation that failed is tried again.</source>
        <translation>Wie oft ein gescheiterter Aufruf erneut versucht wird.</translation>
    </message>
    <message>
        <source>How often it is decided how many instances there should be.</source>
        <translation>Wie oft entschieden wird, wie viele Instanzen es geben soll.</translation>
    </message>
    <message>
        <source>How often the state is saved; a restart reads again what came since.</source>
        <translation>Wie oft der Zustand gesichert wird; ein Neustart liest noch einmal, was seitdem kam.</translation>
    </message>
    <message>
        <source>How often the watermark moves on.</source>
        <translation>Wie oft der Watermark vorrückt.</translation>
    </message>
    <message>
        <source>How records are collected by their event time; each key of a window makes one result.</source>
        <translation>Wie Datensätze nach ihrer Ereigniszeit gesammelt werden; jeder Schlüssel eines Fensters ergibt ein Ergebnis.</translation>
    </message>
    <message>
        <source>How the pause is drawn, so that callers do not come back all at once.</source>
        <translation>Wie die Pause gelost wird, damit Aufrufer nicht alle auf einmal wiederkommen.</translation>
    </message>
    <message>
        <source>How the service times spread around their mean.</source>
        <translation>Wie die Bedienzeiten um ihren Mittelwert streuen.</translation>
    </message>
    <message>
        <source>How the think times spread around their mean.</source>
        <translation>Wie die Denkzeiten um ihren Mittelwert streuen.</translation>
    </message>
    <message>
        <source>How the times spread around their mean.</source>
        <translation>Wie die Zeiten um ihren Mittelwert streuen.</translation>
    </message>
    <message>
        <source>I/O requests</source>
        <translation>I/O-Anfragen</translation>
    </message>
    <message>
        <source>I/O-Optimized</source>
        <translation>I/O-Optimized</translation>
    </message>
    <message>
        <source>IOPS-month</source>
        <translation>IOPS-Monat</translation>
    </message>
    <message>
        <source>Idle after</source>
        <translation>Leerlauf nach</translation>
    </message>
    <message>
        <source>Idle before scaling in</source>
        <translation>Leerlauf vor dem Verkleinern</translation>
    </message>
    <message>
        <source>Idle connections close after</source>
        <translation>Ruhende Verbindungen schließen nach</translation>
    </message>
    <message>
        <source>Idle container life</source>
        <translation>Lebensdauer ruhender Container</translation>
    </message>
    <message>
        <source>Idle environment life</source>
        <translation>Lebensdauer ruhender Umgebungen</translation>
    </message>
    <message>
        <source>Idle stop</source>
        <translation>Stopp bei Leerlauf</translation>
    </message>
    <message>
        <source>Idle stop of EMR Serverless</source>
        <translation>Stopp bei Leerlauf von EMR Serverless</translation>
    </message>
    <message>
        <source>Idle stop unless set</source>
        <translation>Stopp bei Leerlauf, wenn nicht gesetzt</translation>
    </message>
    <message>
        <source>Idle time between polls unless set</source>
        <translation>Leerlaufzeit zwischen Polls, wenn nicht gesetzt</translation>
    </message>
    <message>
        <source>Idle timeout</source>
        <translation>Idle-Timeout</translation>
    </message>
    <message>
        <source>Idle timeout, TLS</source>
        <translation>Idle-Timeout, TLS</translation>
    </message>
    <message>
        <source>Idle timeout, UDP</source>
        <translation>Idle-Timeout, UDP</translation>
    </message>
    <message>
        <source>Idle timeout, not TCP</source>
        <translation>Idle-Timeout, nicht TCP</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>In all; as much as is allocated is free.</source>
        <translation>Insgesamt; so viel wie zugewiesen ist frei.</translation>
    </message>
    <message>
        <source>In each window every record of the first input is paired with every one of the others that has its key, and each pair is a result.</source>
        <translation>In jedem Fenster wird jeder Datensatz des ersten Eingangs mit jedem der anderen gepaart, der seinen Schlüssel hat, und jedes Paar ist ein Ergebnis.</translation>
    </message>
    <message>
        <source>In turn</source>
        <translation>Reihum</translation>
    </message>
    <message>
        <source>Index beside the source</source>
        <translation>Index neben der Quelle</translation>
    </message>
    <message>
        <source>Index requests that may wait</source>
        <translation>Indexanfragen, die warten dürfen</translation>
    </message>
    <message>
        <source>Indexes documents for search and log analysis.</source>
        <translation>Indiziert Dokumente für Suche und Log-Analyse.</translation>
    </message>
    <message>
        <source>Indexes of a serverless collection</source>
        <translation>Indizes einer Serverless-Collection</translation>
    </message>
    <message>
        <source>Indexing units</source>
        <translation>Indizierungseinheiten</translation>
    </message>
    <message>
        <source>India</source>
        <translation>Indien</translation>
    </message>
    <message>
        <source>Inline</source>
        <translation>Inline</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Input bytes one vCPU gets through a second.</source>
        <translation>Eingangsbytes, die eine vCPU pro Sekunde bewältigt.</translation>
    </message>
    <message>
        <source>Input bytes one vCPU of a core or task node gets through a second.</source>
        <translation>Eingangsbytes, die eine vCPU eines Core- oder Task-Knotens pro Sekunde bewältigt.</translation>
    </message>
    <message>
        <source>Input of a container</source>
        <translation>Eingang eines Containers</translation>
    </message>
    <message>
        <source>Input of a state</source>
        <translation>Eingang eines Zustands</translation>
    </message>
    <message>
        <source>Instance class</source>
        <translation>Instanzklasse</translation>
    </message>
    <message>
        <source>Instance hours</source>
        <translation>Instanzstunden</translation>
    </message>
    <message>
        <source>Instance hours on Spot</source>
        <translation>Instanzstunden auf Spot</translation>
    </message>
    <message>
        <source>Instance hours, Oracle</source>
        <translation>Instanzstunden, Oracle</translation>
    </message>
    <message>
        <source>Instance hours, SQL Server</source>
        <translation>Instanzstunden, SQL Server</translation>
    </message>
    <message>
        <source>Instance type</source>
        <translation>Instanztyp</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>Instances are paid as they are there, Fargate for each pod.</source>
        <translation>Instanzen werden bezahlt, wie sie da sind, Fargate für jeden Pod.</translation>
    </message>
    <message>
        <source>Instances at the start, all in service.</source>
        <translation>Instanzen am Anfang, alle in Betrieb.</translation>
    </message>
    <message>
        <source>Instances of a class, or capacity that follows the load.</source>
        <translation>Instanzen einer Klasse oder Kapazität, die der Last folgt.</translation>
    </message>
    <message>
        <source>Instances of a cluster</source>
        <translation>Instanzen eines Clusters</translation>
    </message>
    <message>
        <source>Instances, at least</source>
        <translation>Instanzen, mindestens</translation>
    </message>
    <message>
        <source>Instances, at most</source>
        <translation>Instanzen, höchstens</translation>
    </message>
    <message>
        <source>Instances, looked at every</source>
        <translation>Instanzen, betrachtet alle</translation>
    </message>
    <message>
        <source>Instances, looks until one ends</source>
        <translation>Instanzen, Blicke bis eine endet</translation>
    </message>
    <message>
        <source>Instances, over all zones together.</source>
        <translation>Instanzen, über alle Zonen zusammen.</translation>
    </message>
    <message>
        <source>Instead of one after the other.</source>
        <translation>Statt nacheinander.</translation>
    </message>
    <message>
        <source>Intelligent-Tiering</source>
        <translation>Intelligent-Tiering</translation>
    </message>
    <message>
        <source>Interval with partitions</source>
        <translation>Intervall mit Partitionen</translation>
    </message>
    <message>
        <source>Invocations</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Invocations in us-east-1</source>
        <translation>Aufrufe in us-east-1</translation>
    </message>
    <message>
        <source>Invocations of targets</source>
        <translation>Aufrufe von Zielen</translation>
    </message>
    <message>
        <source>Invocations quota</source>
        <translation>Aufrufkontingent</translation>
    </message>
    <message>
        <source>Invocations that fail</source>
        <translation>Aufrufe, die scheitern</translation>
    </message>
    <message>
        <source>Invocations, main Regions</source>
        <translation>Aufrufe, Hauptregionen</translation>
    </message>
    <message>
        <source>Invokes its targets on a schedule: every so often, or at an hour of the day.</source>
        <translation>Ruft seine Ziele nach Zeitplan auf: in festem Abstand oder zu einer Stunde des Tages.</translation>
    </message>
    <message>
        <source>It never has less, and this much is always billed.</source>
        <translation>Nie weniger, und so viel wird immer berechnet.</translation>
    </message>
    <message>
        <source>It never has more.</source>
        <translation>Nie mehr.</translation>
    </message>
    <message>
        <source>It takes in more than it finishes: </source>
        <translation>Es kommt mehr herein, als fertig wird: </translation>
    </message>
    <message>
        <source>It takes in more than {reader} finishes: </source>
        <translation>Es kommt mehr herein, als {reader} erledigt: </translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Items in one BatchWriteItem</source>
        <translation>Items in einem BatchWriteItem</translation>
    </message>
    <message>
        <source>Items live</source>
        <translation>Items gelten</translation>
    </message>
    <message>
        <source>Items of one call of a function</source>
        <translation>Items eines Funktionsaufrufs</translation>
    </message>
    <message>
        <source>Iterations of an inline Map at once</source>
        <translation>Iterationen einer Inline-Map zugleich</translation>
    </message>
    <message>
        <source>Its EC2 instance sets network and storage throughput: what it holds for long, without bursts.</source>
        <translation>Ihre EC2-Instanz bestimmt Netzwerk- und Speicherdurchsatz: was sie lange hält, ohne Bursts.</translation>
    </message>
    <message>
        <source>Its bucket: five times the refill in most large Regions.</source>
        <translation>Ihr Bucket: in den meisten großen Regionen das Fünffache der Nachfüllrate.</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>Japan</translation>
    </message>
    <message>
        <source>Java 17</source>
        <translation>Java 17</translation>
    </message>
    <message>
        <source>Java 21</source>
        <translation>Java 21</translation>
    </message>
    <message>
        <source>Java 25</source>
        <translation>Java 25</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Jitter</translation>
    </message>
    <message>
        <source>Jitter of retries</source>
        <translation>Jitter der Wiederholungen</translation>
    </message>
    <message>
        <source>Job queues</source>
        <translation>Job-Warteschlangen</translation>
    </message>
    <message>
        <source>Job runs</source>
        <translation>Job-Läufe</translation>
    </message>
    <message>
        <source>Job type</source>
        <translation>Job-Typ</translation>
    </message>
    <message>
        <source>Jobs submitted and not ended</source>
        <translation>Eingereichte und nicht beendete Jobs</translation>
    </message>
    <message>
        <source>Join of two inputs</source>
        <translation>Join zweier Eingänge</translation>
    </message>
    <message>
        <source>KB/s</source>
        <translation>KB/s</translation>
    </message>
    <message>
        <source>KPU hours</source>
        <translation>KPU-Stunden</translation>
    </message>
    <message>
        <source>KPU of the application itself</source>
        <translation>KPU der Anwendung selbst</translation>
    </message>
    <message>
        <source>KPU-hour</source>
        <translation>KPU-Stunde</translation>
    </message>
    <message>
        <source>KPUs of one application</source>
        <translation>KPUs einer Anwendung</translation>
    </message>
    <message>
        <source>KPUs that process</source>
        <translation>KPUs, die verarbeiten</translation>
    </message>
    <message>
        <source>Kafka brokers that you run yourself on EC2 instances with gp3 volumes.</source>
        <translation>Kafka-Broker im Eigenbetrieb auf EC2-Instanzen mit gp3-Volumes.</translation>
    </message>
    <message>
        <source>Kafka brokers: ordered partitions kept for many consumer groups.</source>
        <translation>Kafka-Broker: geordnete Partitionen, aufbewahrt für viele Consumer Groups.</translation>
    </message>
    <message>
        <source>Keep in {component} only what is read by key and let the rest expire into {other}.</source>
        <translation>In {component} nur behalten, was nach Schlüssel gelesen wird, und den Rest nach {other} ablaufen lassen.</translation>
    </message>
    <message>
        <source>Keeps objects of any size; request rates count per key prefix.</source>
        <translation>Hält Objekte jeder Größe; Anfrageraten zählen je Schlüsselpräfix.</translation>
    </message>
    <message>
        <source>Keeps ordered records in shards for hours to a year, for many consumers.</source>
        <translation>Hält geordnete Datensätze in Shards für Stunden bis zu einem Jahr, für viele Konsumenten.</translation>
    </message>
    <message>
        <source>Keeps what it takes to restore any second of the last 35 days, billed by the size of the table.</source>
        <translation>Hält, was nötig ist, um jede Sekunde der letzten 35 Tage wiederherzustellen, berechnet nach der Größe der Tabelle.</translation>
    </message>
    <message>
        <source>Kept also while there is no job.</source>
        <translation>Auch gehalten, wenn kein Job da ist.</translation>
    </message>
    <message>
        <source>Kept for each key of each open window, or for each key.</source>
        <translation>Gehalten für jeden Schlüssel jedes offenen Fensters oder für jeden Schlüssel.</translation>
    </message>
    <message>
        <source>Kept running</source>
        <translation>In Betrieb gehalten</translation>
    </message>
    <message>
        <source>Kept workers</source>
        <translation>Gehaltene Worker</translation>
    </message>
    <message>
        <source>Key and bookkeeping in memory.</source>
        <translation>Schlüssel und Verwaltung im Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Key prefixes the requests spread over evenly; each has its own request rates.</source>
        <translation>Schlüsselpräfixe, auf die sich die Anfragen gleichmäßig verteilen; jedes hat eigene Anfrageraten.</translation>
    </message>
    <message>
        <source>Key skew</source>
        <translation>Schlüsselschiefe</translation>
    </message>
    <message>
        <source>Key, pointers and rounding in memory.</source>
        <translation>Schlüssel, Zeiger und Rundung im Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Keys only</source>
        <translation>Nur Schlüssel</translation>
    </message>
    <message>
        <source>KiB</source>
        <translation>KiB</translation>
    </message>
    <message>
        <source>KiB/s</source>
        <translation>KiB/s</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>LCU-hour</source>
        <translation>LCU-Stunde</translation>
    </message>
    <message>
        <source>Larger messages are rejected; a queue can be set from 1 KiB to 1 MiB.</source>
        <translation>Größere Nachrichten werden abgewiesen; eine Warteschlange lässt sich von 1 KiB bis 1 MiB einstellen.</translation>
    </message>
    <message>
        <source>Largest batch</source>
        <translation>Größter Batch</translation>
    </message>
    <message>
        <source>Largest call</source>
        <translation>Größter Aufruf</translation>
    </message>
    <message>
        <source>Largest message</source>
        <translation>Größte Nachricht</translation>
    </message>
    <message>
        <source>Largest publish</source>
        <translation>Größte Veröffentlichung</translation>
    </message>
    <message>
        <source>Largest record</source>
        <translation>Größter Datensatz</translation>
    </message>
    <message>
        <source>Late by, on average</source>
        <translation>Verspätet um, im Mittel</translation>
    </message>
    <message>
        <source>Launch burst</source>
        <translation>Start-Burst</translation>
    </message>
    <message>
        <source>Launch burst of such an account</source>
        <translation>Start-Burst eines solchen Kontos</translation>
    </message>
    <message>
        <source>Launches a second</source>
        <translation>Starts pro Sekunde</translation>
    </message>
    <message>
        <source>Launches at once</source>
        <translation>Starts zugleich</translation>
    </message>
    <message>
        <source>Launches that may have been saved up.</source>
        <translation>Starts, die angespart sein dürfen.</translation>
    </message>
    <message>
        <source>Least billed of a query</source>
        <translation>Mindestens berechnet je Abfrage</translation>
    </message>
    <message>
        <source>Least calls</source>
        <translation>Wenigste Aufrufe</translation>
    </message>
    <message>
        <source>Least read capacity</source>
        <translation>Kleinste Lesekapazität</translation>
    </message>
    <message>
        <source>Least serverless charge</source>
        <translation>Kleinste Serverless-Gebühr</translation>
    </message>
    <message>
        <source>Least write capacity</source>
        <translation>Kleinste Schreibkapazität</translation>
    </message>
    <message>
        <source>Length of a text</source>
        <translation>Länge eines Textes</translation>
    </message>
    <message>
        <source>Let the connection to {reader} be tried more often or for longer, or mend {reader}</source>
        <translation>Die Verbindung zu {reader} öfter oder länger wiederholen lassen oder {reader} reparieren</translation>
    </message>
    <message>
        <source>Life of a cached answer, unless set</source>
        <translation>Lebensdauer einer Antwort im Cache, wenn nicht gesetzt</translation>
    </message>
    <message>
        <source>Limit the concurrent batches of the mapping to what {reader} may run, allow more receives, or let messages stay hidden for longer</source>
        <translation>Die parallelen Batches der Zuordnung auf das begrenzen, was {reader} ausführen darf, mehr Empfänge erlauben oder Nachrichten länger verborgen lassen</translation>
    </message>
    <message>
        <source>Load balancer capacity units</source>
        <translation>Load-Balancer-Kapazitätseinheiten</translation>
    </message>
    <message>
        <source>Load balancer hours</source>
        <translation>Load-Balancer-Stunden</translation>
    </message>
    <message>
        <source>Local retention</source>
        <translation>Lokale Aufbewahrung</translation>
    </message>
    <message>
        <source>Log-normal</source>
        <translation>Log-normal</translation>
    </message>
    <message>
        <source>Long-term retention</source>
        <translation>Langzeitaufbewahrung</translation>
    </message>
    <message>
        <source>Longest delay</source>
        <translation>Längste Verzögerung</translation>
    </message>
    <message>
        <source>Longest execution</source>
        <translation>Längste Ausführung</translation>
    </message>
    <message>
        <source>Longest execution, Express</source>
        <translation>Längste Ausführung, Express</translation>
    </message>
    <message>
        <source>Longest idle time before termination</source>
        <translation>Längste Ruhezeit vor der Beendigung</translation>
    </message>
    <message>
        <source>Longest pause before a retry</source>
        <translation>Längste Pause vor einer Wiederholung</translation>
    </message>
    <message>
        <source>Longest pause, SDK standard mode</source>
        <translation>Längste Pause, SDK im Standard-Modus</translation>
    </message>
    <message>
        <source>Longest retry to Redshift</source>
        <translation>Längste Wiederholung nach Redshift</translation>
    </message>
    <message>
        <source>Longest run unless set</source>
        <translation>Längster Lauf, wenn nicht gesetzt</translation>
    </message>
    <message>
        <source>Longest usual Multi-AZ failover</source>
        <translation>Längster üblicher Multi-AZ-Failover</translation>
    </message>
    <message>
        <source>Longest usual failover</source>
        <translation>Längster üblicher Failover</translation>
    </message>
    <message>
        <source>Longest wait of a batch</source>
        <translation>Längste Wartezeit eines Batches</translation>
    </message>
    <message>
        <source>Look of the pod autoscaler</source>
        <translation>Blick des Pod-Autoscalers</translation>
    </message>
    <message>
        <source>Look-back window</source>
        <translation>Rückblickfenster</translation>
    </message>
    <message>
        <source>Looked at every</source>
        <translation>Betrachtet alle</translation>
    </message>
    <message>
        <source>Looks at each event for its schema, billed by 8 KB.</source>
        <translation>Betrachtet jedes Ereignis für sein Schema, berechnet je 8 KB.</translation>
    </message>
    <message>
        <source>Looks until instances end</source>
        <translation>Blicke, bis Instanzen enden</translation>
    </message>
    <message>
        <source>MB/s</source>
        <translation>MB/s</translation>
    </message>
    <message>
        <source>Managed</source>
        <translation>Verwaltet</translation>
    </message>
    <message>
        <source>Managed scaling</source>
        <translation>Managed Scaling</translation>
    </message>
    <message>
        <source>Managed scaling looks at the load every</source>
        <translation>Managed Scaling betrachtet die Last alle</translation>
    </message>
    <message>
        <source>Managed scaling never has more; it never has fewer than the task nodes above.</source>
        <translation>Managed Scaling hat nie mehr; nie weniger als die Task-Knoten oben.</translation>
    </message>
    <message>
        <source>Managed storage</source>
        <translation>Verwalteter Speicher</translation>
    </message>
    <message>
        <source>Map states</source>
        <translation>Map-Zustände</translation>
    </message>
    <message>
        <source>MaxConnectionsPercent: of the database&apos;s connections.</source>
        <translation>MaxConnectionsPercent: von den Verbindungen der Datenbank.</translation>
    </message>
    <message>
        <source>Maximum capacity of the application; a run that does not fit is refused.</source>
        <translation>Größte Kapazität der Anwendung; ein Lauf, der nicht passt, wird abgewiesen.</translation>
    </message>
    <message>
        <source>May be cached</source>
        <translation>Darf zwischengespeichert werden</translation>
    </message>
    <message>
        <source>Mbit/s</source>
        <translation>Mbit/s</translation>
    </message>
    <message>
        <source>Mean time by which those events are older than their records; the law is exponential.</source>
        <translation>Mittlere Zeit, um die diese Ereignisse älter als ihre Datensätze sind; das Gesetz ist exponentiell.</translation>
    </message>
    <message>
        <source>Mean time from an answer to the same user&apos;s next request.</source>
        <translation>Mittlere Zeit von einer Antwort bis zur nächsten Anfrage desselben Benutzers.</translation>
    </message>
    <message>
        <source>Mean time of one attempt, without its start and the calls it makes.</source>
        <translation>Mittlere Zeit eines Versuchs, ohne seinen Start und die Aufrufe, die er macht.</translation>
    </message>
    <message>
        <source>Mean time one request keeps one server busy.</source>
        <translation>Mittlere Zeit, die eine Anfrage einen Server beschäftigt.</translation>
    </message>
    <message>
        <source>Mean time one request, message or record keeps one worker busy.</source>
        <translation>Mittlere Zeit, die eine Anfrage, eine Nachricht oder ein Datensatz einen Worker beschäftigt.</translation>
    </message>
    <message>
        <source>Mean time that one read statement keeps a vCPU busy.</source>
        <translation>Mittlere Zeit, die eine Leseanweisung eine vCPU beschäftigt.</translation>
    </message>
    <message>
        <source>Mean time that one written row or document keeps a vCPU busy.</source>
        <translation>Mittlere Zeit, die eine geschriebene Zeile oder ein Dokument eine vCPU beschäftigt.</translation>
    </message>
    <message>
        <source>Mean, header included; answers count as processed bytes.</source>
        <translation>Mittelwert, Header eingeschlossen; Antworten zählen als verarbeitete Bytes.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Memory and, in proportion, CPU: 1,769 MB is one vCPU; AWS starts new functions at 128.</source>
        <translation>Arbeitsspeicher und im Verhältnis dazu CPU: 1.769 MB sind eine vCPU; AWS beginnt neue Funktionen bei 128.</translation>
    </message>
    <message>
        <source>Memory for changes of a task</source>
        <translation>Arbeitsspeicher für Änderungen eines Tasks</translation>
    </message>
    <message>
        <source>Memory for items</source>
        <translation>Arbeitsspeicher für Items</translation>
    </message>
    <message>
        <source>Memory for pages</source>
        <translation>Arbeitsspeicher für Seiten</translation>
    </message>
    <message>
        <source>Memory hours on Spot, as On-Demand hours of the same price, Arm</source>
        <translation>Arbeitsspeicherstunden auf Spot, als On-Demand-Stunden desselben Preises, Arm</translation>
    </message>
    <message>
        <source>Memory hours on Spot, as On-Demand hours of the same price, x86</source>
        <translation>Arbeitsspeicherstunden auf Spot, als On-Demand-Stunden desselben Preises, x86</translation>
    </message>
    <message>
        <source>Memory hours, Arm</source>
        <translation>Arbeitsspeicherstunden, Arm</translation>
    </message>
    <message>
        <source>Memory hours, x86</source>
        <translation>Arbeitsspeicherstunden, x86</translation>
    </message>
    <message>
        <source>Memory of a child</source>
        <translation>Arbeitsspeicher eines Kindes</translation>
    </message>
    <message>
        <source>Memory of a job</source>
        <translation>Arbeitsspeicher eines Jobs</translation>
    </message>
    <message>
        <source>Memory of a pod</source>
        <translation>Arbeitsspeicher eines Pods</translation>
    </message>
    <message>
        <source>Memory of a task</source>
        <translation>Arbeitsspeicher eines Tasks</translation>
    </message>
    <message>
        <source>Memory of a unit</source>
        <translation>Arbeitsspeicher einer Einheit</translation>
    </message>
    <message>
        <source>Memory of a worker</source>
        <translation>Arbeitsspeicher eines Workers</translation>
    </message>
    <message>
        <source>Memory of an RPU</source>
        <translation>Arbeitsspeicher einer RPU</translation>
    </message>
    <message>
        <source>Memory of an item beside its value</source>
        <translation>Arbeitsspeicher eines Items neben seinem Wert</translation>
    </message>
    <message>
        <source>Memory of one ACU</source>
        <translation>Arbeitsspeicher einer ACU</translation>
    </message>
    <message>
        <source>Memory of one NCU</source>
        <translation>Arbeitsspeicher einer NCU</translation>
    </message>
    <message>
        <source>Memory of the class</source>
        <translation>Arbeitsspeicher der Klasse</translation>
    </message>
    <message>
        <source>Memory that Fargate adds to a pod</source>
        <translation>Arbeitsspeicher, den Fargate zu einem Pod hinzufügt</translation>
    </message>
    <message>
        <source>Memory, at most</source>
        <translation>Arbeitsspeicher, höchstens</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Message or batch</source>
        <translation>Nachricht oder Batch</translation>
    </message>
    <message>
        <source>Message sent back</source>
        <translation>Zurückgeschickte Nachricht</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Messages accepted in a second, those of a batch counted one by one; 0 is the quota of the Region: 30,000 in us-east-1, 9,000 in us-west-2 and eu-west-1, 1,500 or 300 elsewhere.</source>
        <translation>In einer Sekunde angenommene Nachrichten, die eines Batches einzeln gezählt; 0 ist das Kontingent der Region: 30.000 in us-east-1, 9.000 in us-west-2 und eu-west-1, sonst 1.500 oder 300.</translation>
    </message>
    <message>
        <source>Messages in flight, at most</source>
        <translation>Nachrichten in Bearbeitung, höchstens</translation>
    </message>
    <message>
        <source>Messages in flight, standard</source>
        <translation>Nachrichten in Bearbeitung, Standard</translation>
    </message>
    <message>
        <source>Messages in one batch</source>
        <translation>Nachrichten in einem Batch</translation>
    </message>
    <message>
        <source>Messages of a batch to a queue, topic or bus</source>
        <translation>Nachrichten eines Batches an eine Warteschlange, ein Topic oder einen Bus</translation>
    </message>
    <message>
        <source>Messages of one connection</source>
        <translation>Nachrichten einer Verbindung</translation>
    </message>
    <message>
        <source>Messages of one connection in a second; those beyond it are dropped.</source>
        <translation>Nachrichten einer Verbindung in einer Sekunde; darüber hinaus werden sie verworfen.</translation>
    </message>
    <message>
        <source>Messages of one group</source>
        <translation>Nachrichten einer Gruppe</translation>
    </message>
    <message>
        <source>Messages published</source>
        <translation>Veröffentlichte Nachrichten</translation>
    </message>
    <message>
        <source>Messages sent back</source>
        <translation>Zurückgeschickte Nachrichten</translation>
    </message>
    <message>
        <source>Messages taken in a second; 0 is the quota of the Region: 20,000, or 2,000 in smaller ones.</source>
        <translation>In einer Sekunde angenommene Nachrichten; 0 ist das Kontingent der Region: 20.000, in kleineren 2.000.</translation>
    </message>
    <message>
        <source>Metric period</source>
        <translation>Messperiode</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
    <message>
        <source>MiB/s</source>
        <translation>MiB/s</translation>
    </message>
    <message>
        <source>MiB/s-month</source>
        <translation>MiB/s-Monat</translation>
    </message>
    <message>
        <source>Minute</source>
        <translation>Minute</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Montag</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation>Montag bis Freitag</translation>
    </message>
    <message>
        <source>More are refused with 429.</source>
        <translation>Mehr werden mit 429 abgewiesen.</translation>
    </message>
    <message>
        <source>More nodes bring more slices to load and scan with.</source>
        <translation>Mehr Knoten bringen mehr Slices zum Laden und Lesen.</translation>
    </message>
    <message>
        <source>Most at once</source>
        <translation>Höchstens zugleich</translation>
    </message>
    <message>
        <source>Most bytes of one partition in one fetch (max.partition.fetch.bytes).</source>
        <translation>Höchste Bytezahl einer Partition in einem Abruf (max.partition.fetch.bytes).</translation>
    </message>
    <message>
        <source>Most read capacity</source>
        <translation>Größte Lesekapazität</translation>
    </message>
    <message>
        <source>Most records one server takes at once, for one service time.</source>
        <translation>Höchste Zahl von Datensätzen, die ein Server auf einmal nimmt, für eine Bedienzeit.</translation>
    </message>
    <message>
        <source>Most write capacity</source>
        <translation>Größte Schreibkapazität</translation>
    </message>
    <message>
        <source>Multi-AZ: takes over when the primary is down; serves nothing before.</source>
        <translation>Multi-AZ: übernimmt, wenn der Primärknoten ausfällt; bedient vorher nichts.</translation>
    </message>
    <message>
        <source>Multiplier</source>
        <translation>Multiplikator</translation>
    </message>
    <message>
        <source>MySQL</source>
        <translation>MySQL</translation>
    </message>
    <message>
        <source>NCU at least</source>
        <translation>NCU mindestens</translation>
    </message>
    <message>
        <source>NCU at most</source>
        <translation>NCU höchstens</translation>
    </message>
    <message>
        <source>NCU-hour</source>
        <translation>NCU-Stunde</translation>
    </message>
    <message>
        <source>NLCU-hour</source>
        <translation>NLCU-Stunde</translation>
    </message>
    <message>
        <source>Name servers that ask on behalf of the clients, each with answers of its own; requests are spread evenly over them.</source>
        <translation>Nameserver, die für die Clients fragen, jeder mit eigenen Antworten; Anfragen verteilen sich gleichmäßig auf sie.</translation>
    </message>
    <message>
        <source>Network into a broker</source>
        <translation>Netzwerk in einen Broker</translation>
    </message>
    <message>
        <source>Network out of a broker</source>
        <translation>Netzwerk aus einem Broker</translation>
    </message>
    <message>
        <source>Network time, 99th percentile</source>
        <translation>Netzwerkzeit, 99. Perzentil</translation>
    </message>
    <message>
        <source>Network time, median</source>
        <translation>Netzwerkzeit, Median</translation>
    </message>
    <message>
        <source>New TCP connections of a capacity unit</source>
        <translation>Neue TCP-Verbindungen einer Kapazitätseinheit</translation>
    </message>
    <message>
        <source>New TLS connections of a capacity unit</source>
        <translation>Neue TLS-Verbindungen einer Kapazitätseinheit</translation>
    </message>
    <message>
        <source>New UDP flows of a capacity unit</source>
        <translation>Neue UDP-Flows einer Kapazitätseinheit</translation>
    </message>
    <message>
        <source>New and old images</source>
        <translation>Neue und alte Abbilder</translation>
    </message>
    <message>
        <source>New connections of a capacity unit</source>
        <translation>Neue Verbindungen einer Kapazitätseinheit</translation>
    </message>
    <message>
        <source>New environments one function may start in 10 s, refilled all the time, none saved up.</source>
        <translation>Neue Umgebungen, die eine Funktion in 10 s starten darf, laufend aufgefüllt, nicht ansparbar.</translation>
    </message>
    <message>
        <source>New image</source>
        <translation>Neues Abbild</translation>
    </message>
    <message>
        <source>New shards are found within</source>
        <translation>Neue Shards werden gefunden innerhalb von</translation>
    </message>
    <message>
        <source>Next load</source>
        <translation>Nächster Ladevorgang</translation>
    </message>
    <message>
        <source>No pause is longer than this.</source>
        <translation>Keine Pause ist länger.</translation>
    </message>
    <message>
        <source>No pause is longer, half of it more or less by jitter apart.</source>
        <translation>Keine Pause ist länger, abgesehen von der Hälfte mehr oder weniger durch Jitter.</translation>
    </message>
    <message>
        <source>No size was found that carries all of it; in the way: {stuck}.</source>
        <translation>Es wurde keine Größe gefunden, die alles bewältigt; im Weg: {stuck}.</translation>
    </message>
    <message>
        <source>No when another component stands for the same cluster.</source>
        <translation>Nein, wenn eine andere Komponente für denselben Cluster steht.</translation>
    </message>
    <message>
        <source>Node hours</source>
        <translation>Knotenstunden</translation>
    </message>
    <message>
        <source>Node type</source>
        <translation>Knotentyp</translation>
    </message>
    <message>
        <source>Node.js 22</source>
        <translation>Node.js 22</translation>
    </message>
    <message>
        <source>Node.js 24</source>
        <translation>Node.js 24</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Nodes AWS advises for fault tolerance</source>
        <translation>Knoten, die AWS für Fehlertoleranz empfiehlt</translation>
    </message>
    <message>
        <source>Nodes are paid by the hour; serverless by the request and by what it keeps.</source>
        <translation>Knoten werden nach Stunden bezahlt, Serverless nach Anfragen und Gehaltenem.</translation>
    </message>
    <message>
        <source>Nodes of a Region</source>
        <translation>Knoten einer Region</translation>
    </message>
    <message>
        <source>Nodes of a cluster</source>
        <translation>Knoten eines Clusters</translation>
    </message>
    <message>
        <source>Nodes that hold shards. Replicas without a node of their own are not made.</source>
        <translation>Knoten, die Shards halten. Replikate ohne eigenen Knoten entstehen nicht.</translation>
    </message>
    <message>
        <source>Nodes that lead the cluster; they cost like the others and do no job work.</source>
        <translation>Knoten, die den Cluster führen; sie kosten wie die anderen und erledigen keine Job-Arbeit.</translation>
    </message>
    <message>
        <source>Nodes that only do job work.</source>
        <translation>Knoten, die nur Job-Arbeit erledigen.</translation>
    </message>
    <message>
        <source>Nodes that store data and do job work.</source>
        <translation>Knoten, die Daten speichern und Job-Arbeit erledigen.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>None: each record by itself</source>
        <translation>Keines: jeder Datensatz für sich</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Notice before a Spot instance is taken back</source>
        <translation>Ankündigung vor dem Entzug einer Spot-Instanz</translation>
    </message>
    <message>
        <source>Notification delay</source>
        <translation>Benachrichtigungsverzögerung</translation>
    </message>
    <message>
        <source>Notify and do not wait</source>
        <translation>Benachrichtigen und nicht warten</translation>
    </message>
    <message>
        <source>Numbers and dates</source>
        <translation>Zahlen und Datumswerte</translation>
    </message>
    <message>
        <source>OCU-hour</source>
        <translation>OCU-Stunde</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Object in a single PUT</source>
        <translation>Objekt in einem einzelnen PUT</translation>
    </message>
    <message>
        <source>Object size</source>
        <translation>Objektgröße</translation>
    </message>
    <message>
        <source>Object that can be cached</source>
        <translation>Objekt, das zwischengespeichert werden kann</translation>
    </message>
    <message>
        <source>Objects can be split</source>
        <translation>Objekte lassen sich teilen</translation>
    </message>
    <message>
        <source>Of Parquet and ORC only the columns that a query names are read.</source>
        <translation>Von Parquet und ORC werden nur die Spalten gelesen, die eine Abfrage nennt.</translation>
    </message>
    <message>
        <source>Of a container; what a second of it costs. The time of the model is yours to give.</source>
        <translation>Eines Containers; was eine Sekunde davon kostet. Die Zeit des Modells ist selbst anzugeben.</translation>
    </message>
    <message>
        <source>Of a real-time update; each 5 KB is one.</source>
        <translation>Einer Echtzeitaktualisierung; je 5 KB sind eine.</translation>
    </message>
    <message>
        <source>Of a request whose answer is not kept any more.</source>
        <translation>Einer Anfrage, deren Antwort nicht mehr vorgehalten wird.</translation>
    </message>
    <message>
        <source>Of a run that finds pre-initialised workers: seconds, says AWS.</source>
        <translation>Eines Laufs, der vorinitialisierte Worker findet: Sekunden, sagt AWS.</translation>
    </message>
    <message>
        <source>Of all these caches; beyond it the least recently used go.</source>
        <translation>Aller dieser Caches; darüber hinaus gehen die am längsten nicht benutzten.</translation>
    </message>
    <message>
        <source>Of all topics together. Each keeps its order, and one consumer of a group reads it.</source>
        <translation>Aller Topics zusammen. Jede bewahrt ihre Reihenfolge, und ein Konsument einer Gruppe liest sie.</translation>
    </message>
    <message>
        <source>Of all zones together; AWS asks for the same number in each zone.</source>
        <translation>Aller Zonen zusammen; AWS verlangt in jeder Zone gleich viele.</translation>
    </message>
    <message>
        <source>Of an execution, billed in steps of 64 MB: definition, payload, states in parallel.</source>
        <translation>Einer Ausführung, berechnet in Schritten von 64 MB: Definition, Payload, parallele Zustände.</translation>
    </message>
    <message>
        <source>Of each group</source>
        <translation>Jeder Gruppe</translation>
    </message>
    <message>
        <source>Of each run, its driver among them.</source>
        <translation>Jedes Laufs, der Driver eingeschlossen.</translation>
    </message>
    <message>
        <source>Of its vCPUs, all the time; 0 takes 10 for micro, 20 for small and medium, 30 for large.</source>
        <translation>Ihrer vCPUs, ständig; 0 nimmt 10 für micro, 20 für small und medium, 30 für large.</translation>
    </message>
    <message>
        <source>Of one file of the table. Each costs a request and the time to open it.</source>
        <translation>Einer Datei der Tabelle. Jede kostet eine Anfrage und die Zeit zum Öffnen.</translation>
    </message>
    <message>
        <source>Of one node, for items; the rest is the engine&apos;s own.</source>
        <translation>Eines Knotens, für Items; der Rest gehört der Engine.</translation>
    </message>
    <message>
        <source>Of one node; each holds all items, so more nodes do not add to it.</source>
        <translation>Eines Knotens; jeder hält alle Items, mehr Knoten fügen also nichts hinzu.</translation>
    </message>
    <message>
        <source>Of one node; items that do not fit are refused, nothing is pushed out.</source>
        <translation>Eines Knotens; Items, die nicht passen, werden abgewiesen, nichts wird verdrängt.</translation>
    </message>
    <message>
        <source>Of the API in eleven large Regions, 5,000 elsewhere; operations beyond are throttled.</source>
        <translation>Der API in elf großen Regionen, sonst 5.000; Operationen darüber werden gedrosselt.</translation>
    </message>
    <message>
        <source>Of the dataset: 2,000 million, or 2 TB, at most.</source>
        <translation>Des Datasets: höchstens 2.000 Millionen oder 2 TB.</translation>
    </message>
    <message>
        <source>Of the day: the second field of cron; -1 is every hour.</source>
        <translation>Des Tages: das zweite Feld von cron; -1 ist jede Stunde.</translation>
    </message>
    <message>
        <source>Of the hour: the first field of cron.</source>
        <translation>Der Stunde: das erste Feld von cron.</translation>
    </message>
    <message>
        <source>Of the line between source and target: a VPN, Direct Connect, the network in a Region.</source>
        <translation>Der Leitung zwischen Quelle und Ziel: ein VPN, Direct Connect, das Netzwerk in einer Region.</translation>
    </message>
    <message>
        <source>Of the topic</source>
        <translation>Des Topics</translation>
    </message>
    <message>
        <source>Of the week: the fifth field of cron.</source>
        <translation>Der Woche: das fünfte Feld von cron.</translation>
    </message>
    <message>
        <source>Of them active</source>
        <translation>Davon aktiv</translation>
    </message>
    <message>
        <source>Of your size, without replicas; a replica is as much work again.</source>
        <translation>Der gegebenen Größe, ohne Replikate; ein Replikat ist noch einmal so viel Arbeit.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Old image</source>
        <translation>Altes Abbild</translation>
    </message>
    <message>
        <source>Oldest age of a record before the function is called.</source>
        <translation>Höchstes Alter eines Datensatzes, bevor die Funktion aufgerufen wird.</translation>
    </message>
    <message>
        <source>Oldest age of a record in the buffer before it is delivered; 0 delivers within seconds.</source>
        <translation>Höchstes Alter eines Datensatzes im Puffer vor der Lieferung; 0 liefert innerhalb von Sekunden.</translation>
    </message>
    <message>
        <source>Oldest result</source>
        <translation>Ältestes Ergebnis</translation>
    </message>
    <message>
        <source>On Fargate each job has a task of its own; instances have room for several.</source>
        <translation>Auf Fargate hat jeder Job einen eigenen Task; Instanzen haben Platz für mehrere.</translation>
    </message>
    <message>
        <source>On average.</source>
        <translation>Im Mittel.</translation>
    </message>
    <message>
        <source>On demand</source>
        <translation>On-Demand</translation>
    </message>
    <message>
        <source>On demand the bytes are paid that queries read; reserved capacity is paid by the hour.</source>
        <translation>On-Demand werden die von Abfragen gelesenen Bytes bezahlt, reservierte Kapazität nach Stunden.</translation>
    </message>
    <message>
        <source>On the messages waiting in its queue</source>
        <translation>Nach den Nachrichten, die in ihrer Warteschlange warten</translation>
    </message>
    <message>
        <source>On the requests a minute</source>
        <translation>Nach den Anfragen pro Minute</translation>
    </message>
    <message>
        <source>On the requests waiting and in work</source>
        <translation>Nach den wartenden und laufenden Anfragen</translation>
    </message>
    <message>
        <source>On the share of busy workers</source>
        <translation>Nach dem Anteil beschäftigter Worker</translation>
    </message>
    <message>
        <source>On-demand</source>
        <translation>On-demand</translation>
    </message>
    <message>
        <source>On-demand backups</source>
        <translation>On-Demand-Backups</translation>
    </message>
    <message>
        <source>On-demand backups of the whole table that are kept, each as large as the table.</source>
        <translation>Aufbewahrte On-Demand-Backups der ganzen Tabelle, jedes so groß wie die Tabelle.</translation>
    </message>
    <message>
        <source>On-demand ceiling</source>
        <translation>On-Demand-Obergrenze</translation>
    </message>
    <message>
        <source>On-demand data in</source>
        <translation>On-Demand, eingehende Daten</translation>
    </message>
    <message>
        <source>On-demand data out</source>
        <translation>On-Demand, ausgehende Daten</translation>
    </message>
    <message>
        <source>On-demand enhanced fan-out data</source>
        <translation>On-Demand, Enhanced-Fan-out-Daten</translation>
    </message>
    <message>
        <source>On-demand extended retention</source>
        <translation>On-Demand, erweiterte Aufbewahrung</translation>
    </message>
    <message>
        <source>On-demand long-term retention</source>
        <translation>On-Demand, Langzeitaufbewahrung</translation>
    </message>
    <message>
        <source>On-demand read units</source>
        <translation>On-Demand-Leseeinheiten</translation>
    </message>
    <message>
        <source>On-demand read units, Standard-IA</source>
        <translation>On-Demand-Leseeinheiten, Standard-IA</translation>
    </message>
    <message>
        <source>On-demand stream hours</source>
        <translation>On-Demand-Stream-Stunden</translation>
    </message>
    <message>
        <source>On-demand write elsewhere</source>
        <translation>On-Demand-Schreiben anderswo</translation>
    </message>
    <message>
        <source>On-demand write in the three largest Regions</source>
        <translation>On-Demand-Schreiben in den drei größten Regionen</translation>
    </message>
    <message>
        <source>On-demand write units</source>
        <translation>On-Demand-Schreibeinheiten</translation>
    </message>
    <message>
        <source>On-demand write units, Standard-IA</source>
        <translation>On-Demand-Schreibeinheiten, Standard-IA</translation>
    </message>
    <message>
        <source>On-failure destination</source>
        <translation>Ziel bei Fehlschlag</translation>
    </message>
    <message>
        <source>One Zone-IA</source>
        <translation>One Zone-IA</translation>
    </message>
    <message>
        <source>One call in a hundred takes longer; at or near the median every call takes that.</source>
        <translation>Ein Aufruf von hundert dauert länger; beim Median oder nahe daran dauert jeder Aufruf so lange.</translation>
    </message>
    <message>
        <source>One message group, throughput of each group</source>
        <translation>Eine Nachrichtengruppe, Durchsatz jeder Gruppe</translation>
    </message>
    <message>
        <source>One primary and up to 10 replicas; AWS advises 3 at least.</source>
        <translation>Ein Primärknoten und bis zu 10 Replikate; AWS empfiehlt mindestens 3.</translation>
    </message>
    <message>
        <source>One push in a hundred takes longer; at or near the median every push takes that.</source>
        <translation>Ein Push von hundert dauert länger; beim Median oder nahe daran dauert jeder Push so lange.</translation>
    </message>
    <message>
        <source>One read in a hundred takes longer.</source>
        <translation>Ein Lesezugriff von hundert dauert länger.</translation>
    </message>
    <message>
        <source>One that does what requests do shares the fate of the request answered last, so that slow or refusing targets are removed too.</source>
        <translation>Eine, die tut, was Anfragen tun, teilt das Schicksal der zuletzt beantworteten Anfrage, sodass auch langsame oder abweisende Ziele entfernt werden.</translation>
    </message>
    <message>
        <source>One unit reads up to 4 KB a second consistently, or twice that eventually.</source>
        <translation>Eine Einheit liest bis zu 4 KB pro Sekunde strikt konsistent oder doppelt so viel letztendlich konsistent.</translation>
    </message>
    <message>
        <source>One unit writes one item of up to 1 KB a second; the table quota is 40,000.</source>
        <translation>Eine Einheit schreibt ein Item von bis zu 1 KB pro Sekunde; das Kontingent der Tabelle ist 40.000.</translation>
    </message>
    <message>
        <source>Open executions, Standard</source>
        <translation>Offene Ausführungen, Standard</translation>
    </message>
    <message>
        <source>Open shards</source>
        <translation>Offene Shards</translation>
    </message>
    <message>
        <source>OpenSearch&apos;s default; AWS adds admission by CPU</source>
        <translation>Vorgabe von OpenSearch; AWS fügt eine Zulassung nach CPU hinzu</translation>
    </message>
    <message>
        <source>Opening an object</source>
        <translation>Öffnen eines Objekts</translation>
    </message>
    <message>
        <source>Opens at failures</source>
        <translation>Öffnet bei Fehlern</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>Operations for each of these.</source>
        <translation>Operationen für jedes davon.</translation>
    </message>
    <message>
        <source>Operations on the storage for one written row or document, its share of the log included.</source>
        <translation>Operationen auf dem Speicher für eine geschriebene Zeile oder ein Dokument, ihr Anteil am Log eingeschlossen.</translation>
    </message>
    <message>
        <source>Operations per</source>
        <translation>Operationen pro</translation>
    </message>
    <message>
        <source>Or after</source>
        <translation>Oder nach</translation>
    </message>
    <message>
        <source>Oracle</source>
        <translation>Oracle</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Order of service</source>
        <translation>Bedienreihenfolge</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Other states</source>
        <translation>Andere Zustände</translation>
    </message>
    <message>
        <source>Overhead per item</source>
        <translation>Aufschlag pro Item</translation>
    </message>
    <message>
        <source>Own latency, 99th percentile</source>
        <translation>Eigene Latenz, 99. Perzentil</translation>
    </message>
    <message>
        <source>Own latency, median</source>
        <translation>Eigene Latenz, Median</translation>
    </message>
    <message>
        <source>PUT payload units</source>
        <translation>PUT-Payload-Einheiten</translation>
    </message>
    <message>
        <source>PUT requests, Glacier Instant Retrieval</source>
        <translation>PUT-Anfragen, Glacier Instant Retrieval</translation>
    </message>
    <message>
        <source>PUT requests, Intelligent-Tiering</source>
        <translation>PUT-Anfragen, Intelligent-Tiering</translation>
    </message>
    <message>
        <source>PUT requests, One Zone-IA</source>
        <translation>PUT-Anfragen, One Zone-IA</translation>
    </message>
    <message>
        <source>PUT requests, Standard</source>
        <translation>PUT-Anfragen, Standard</translation>
    </message>
    <message>
        <source>PUT requests, Standard-IA</source>
        <translation>PUT-Anfragen, Standard-IA</translation>
    </message>
    <message>
        <source>PUT, COPY, POST and DELETE requests one prefix serves at least.</source>
        <translation>PUT-, COPY-, POST- und DELETE-Anfragen, die ein Präfix mindestens bedient.</translation>
    </message>
    <message>
        <source>Pace of an endpoint</source>
        <translation>Tempo eines Endpunkts</translation>
    </message>
    <message>
        <source>Pages of a read</source>
        <translation>Seiten eines Lesezugriffs</translation>
    </message>
    <message>
        <source>Pages that one read statement looks at; those not in memory are read from storage.</source>
        <translation>Seiten, die eine Leseanweisung betrachtet; was nicht im Arbeitsspeicher ist, wird aus dem Speicher gelesen.</translation>
    </message>
    <message>
        <source>Paid by the hour, used or not; bytes are not billed then.</source>
        <translation>Bezahlt nach Stunden, benutzt oder nicht; Bytes werden dann nicht berechnet.</translation>
    </message>
    <message>
        <source>Paid for whether it is full or not; it never shrinks.</source>
        <translation>Bezahlt, ob voll oder nicht; er schrumpft nie.</translation>
    </message>
    <message>
        <source>Parallel calls</source>
        <translation>Parallele Aufrufe</translation>
    </message>
    <message>
        <source>Parallelism</source>
        <translation>Parallelität</translation>
    </message>
    <message>
        <source>Parquet</source>
        <translation>Parquet</translation>
    </message>
    <message>
        <source>Part of an item in an index</source>
        <translation>Teil eines Items in einem Index</translation>
    </message>
    <message>
        <source>Part of the rates that a prefix has while it shares a partition with others; one that has carried a load for long has room for twice that load. 100 has no warm-up.</source>
        <translation>Teil der Raten, die ein Präfix hat, solange es eine Partition mit anderen teilt; eines, das lange eine Last getragen hat, hat Platz für das Doppelte. 100 kennt kein Aufwärmen.</translation>
    </message>
    <message>
        <source>Part of the work</source>
        <translation>Teil der Arbeit</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>Partitions of one scan</source>
        <translation>Partitionen eines Scans</translation>
    </message>
    <message>
        <source>Partitions read</source>
        <translation>Gelesene Partitionen</translation>
    </message>
    <message>
        <source>Parts of an upload</source>
        <translation>Teile eines Uploads</translation>
    </message>
    <message>
        <source>Parts of the index; every search is work for each of them.</source>
        <translation>Teile des Index; jede Suche ist Arbeit für jeden davon.</translation>
    </message>
    <message>
        <source>Parts that the items are spread over; each adds memory and a command thread for each of its nodes.</source>
        <translation>Teile, auf die die Items verteilt sind; jeder fügt Arbeitsspeicher und für jeden seiner Knoten einen Befehls-Thread hinzu.</translation>
    </message>
    <message>
        <source>Parts that the keys are spread over, each with a command thread of its own.</source>
        <translation>Teile, auf die die Schlüssel verteilt sind, jeder mit eigenem Befehls-Thread.</translation>
    </message>
    <message>
        <source>Pass, Succeed and whatever else is passed through without a connection; each is a transition.</source>
        <translation>Pass, Succeed und was sonst ohne Verbindung durchlaufen wird; jedes ist ein Übergang.</translation>
    </message>
    <message>
        <source>Passed by the filter</source>
        <translation>Vom Filter durchgelassen</translation>
    </message>
    <message>
        <source>Passes connections on to the targets that pass their health checks.</source>
        <translation>Reicht Verbindungen an die Ziele weiter, die ihre Zustandsprüfungen bestehen.</translation>
    </message>
    <message>
        <source>Passes to return</source>
        <translation>Bestandene bis zur Rückkehr</translation>
    </message>
    <message>
        <source>Path, bandwidth</source>
        <translation>Weg, Bandbreite</translation>
    </message>
    <message>
        <source>Path, usable</source>
        <translation>Weg, nutzbar</translation>
    </message>
    <message>
        <source>Pause before a retry</source>
        <translation>Pause vor einer Wiederholung</translation>
    </message>
    <message>
        <source>Pause before a retry to an endpoint</source>
        <translation>Pause vor einer Wiederholung zu einem Endpunkt</translation>
    </message>
    <message>
        <source>Pause before calls are tried again.</source>
        <translation>Pause, bevor Aufrufe erneut versucht werden.</translation>
    </message>
    <message>
        <source>Pause before the second try; exponential back-off multiplies it from then on.</source>
        <translation>Pause vor dem zweiten Versuch; exponentieller Backoff vervielfacht sie danach.</translation>
    </message>
    <message>
        <source>Pause between two reads of one shard when a stream feeds the delivery.</source>
        <translation>Pause zwischen zwei Lesezugriffen auf einen Shard, wenn ein Stream die Lieferung speist.</translation>
    </message>
    <message>
        <source>Pauses grow from here by the same factor over ten retries.</source>
        <translation>Von hier wachsen die Pausen über zehn Wiederholungen um denselben Faktor.</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Payload</translation>
    </message>
    <message>
        <source>Payload of a waiting invocation, each way</source>
        <translation>Payload eines wartenden Aufrufs, je Richtung</translation>
    </message>
    <message>
        <source>Payload of an asynchronous invocation</source>
        <translation>Payload eines asynchronen Aufrufs</translation>
    </message>
    <message>
        <source>Pays for a cluster</source>
        <translation>Zahlt für einen Cluster</translation>
    </message>
    <message>
        <source>People or clients who wait for each answer and think before they ask again.</source>
        <translation>Menschen oder Clients, die auf jede Antwort warten und nachdenken, bevor sie wieder fragen.</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Periods in a row above the target that start instances.</source>
        <translation>Perioden in Folge über dem Ziel, die Instanzen starten.</translation>
    </message>
    <message>
        <source>Periods in a row above the target that start pods.</source>
        <translation>Perioden in Folge über dem Ziel, die Pods starten.</translation>
    </message>
    <message>
        <source>Periods in a row above the target that start tasks.</source>
        <translation>Perioden in Folge über dem Ziel, die Tasks starten.</translation>
    </message>
    <message>
        <source>Periods in a row above the target that start workers.</source>
        <translation>Perioden in Folge über dem Ziel, die Worker starten.</translation>
    </message>
    <message>
        <source>Periods in a row well below the target that end instances.</source>
        <translation>Perioden in Folge deutlich unter dem Ziel, die Instanzen beenden.</translation>
    </message>
    <message>
        <source>Periods in a row well below the target that end pods.</source>
        <translation>Perioden in Folge deutlich unter dem Ziel, die Pods beenden.</translation>
    </message>
    <message>
        <source>Periods in a row well below the target that end tasks.</source>
        <translation>Perioden in Folge deutlich unter dem Ziel, die Tasks beenden.</translation>
    </message>
    <message>
        <source>Periods in a row well below the target that end workers.</source>
        <translation>Perioden in Folge deutlich unter dem Ziel, die Worker beenden.</translation>
    </message>
    <message>
        <source>Pipe requests</source>
        <translation>Pipe-Anfragen</translation>
    </message>
    <message>
        <source>Places near the users that each fetch an object for themselves; 1 is what Origin Shield makes of them towards the origin.</source>
        <translation>Standorte nahe den Benutzern, die ein Objekt jeder für sich holen; 1 ist, was Origin Shield zum Ursprung hin daraus macht.</translation>
    </message>
    <message>
        <source>Plan of 500 sessions</source>
        <translation>Plan mit 500 Sitzungen</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planung</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>Pods at the start, all in service; of a deployment that scales when it opens cold.</source>
        <translation>Pods am Anfang, alle in Betrieb; eines Deployments, das skaliert, wenn es kalt beginnt.</translation>
    </message>
    <message>
        <source>Pods run on</source>
        <translation>Pods laufen auf</translation>
    </message>
    <message>
        <source>Pods, at least</source>
        <translation>Pods, mindestens</translation>
    </message>
    <message>
        <source>Pods, at most</source>
        <translation>Pods, höchstens</translation>
    </message>
    <message>
        <source>Point-in-time recovery</source>
        <translation>Point-in-Time-Recovery</translation>
    </message>
    <message>
        <source>Points above to scale out</source>
        <translation>Werte darüber zum Vergrößern</translation>
    </message>
    <message>
        <source>Points below to scale in</source>
        <translation>Werte darunter zum Verkleinern</translation>
    </message>
    <message>
        <source>Poll interval</source>
        <translation>Poll-Intervall</translation>
    </message>
    <message>
        <source>Poll interval of a Kinesis source</source>
        <translation>Poll-Intervall einer Kinesis-Quelle</translation>
    </message>
    <message>
        <source>PostgreSQL</source>
        <translation>PostgreSQL</translation>
    </message>
    <message>
        <source>PostgreSQL connections, at most</source>
        <translation>PostgreSQL-Verbindungen, höchstens</translation>
    </message>
    <message>
        <source>Pre-initialised workers</source>
        <translation>Vorinitialisierte Worker</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Prefixes</source>
        <translation>Präfixe</translation>
    </message>
    <message>
        <source>Prefixes with an open buffer; records of one more go to the error prefix. 500 unless raised, to 5,000.</source>
        <translation>Präfixe mit offenem Puffer; Datensätze eines weiteren gehen in das Fehlerpräfix. 500, wenn nicht erhöht, bis 5.000.</translation>
    </message>
    <message>
        <source>Price of a server</source>
        <translation>Preis eines Servers</translation>
    </message>
    <message>
        <source>Primary nodes</source>
        <translation>Primärknoten</translation>
    </message>
    <message>
        <source>Primary shards</source>
        <translation>Primär-Shards</translation>
    </message>
    <message>
        <source>Processor sharing</source>
        <translation>Processor Sharing</translation>
    </message>
    <message>
        <source>Processor time of one KPU for a record read or a result made, all operators together.</source>
        <translation>Prozessorzeit einer KPU für einen gelesenen Datensatz oder ein erzeugtes Ergebnis, alle Operatoren zusammen.</translation>
    </message>
    <message>
        <source>Processor use, advised below</source>
        <translation>Prozessorauslastung, empfohlen unter</translation>
    </message>
    <message>
        <source>Producers or callers whose rate, keys and record sizes the scenario sets.</source>
        <translation>Produzenten oder Aufrufer, deren Rate, Schlüssel und Datensatzgrößen das Szenario setzt.</translation>
    </message>
    <message>
        <source>Producers with the Kinesis Producer Library pack the records of one put that go to one shard into records of up to this size (its own default is 51,200), which quotas and PUT units count; readers unpack them. 0 packs none.</source>
        <translation>Produzenten mit der Kinesis Producer Library packen die Datensätze eines Puts, die in einen Shard gehen, in Datensätze bis zu dieser Größe (ihre eigene Vorgabe ist 51.200), die für Kontingente und PUT-Einheiten zählen; Leser packen sie aus. 0 packt keine.</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Provisioned</source>
        <translation>Bereitgestellt</translation>
    </message>
    <message>
        <source>Provisioned IOPS</source>
        <translation>Bereitgestellte IOPS</translation>
    </message>
    <message>
        <source>Provisioned IOPS, gp3</source>
        <translation>Bereitgestellte IOPS, gp3</translation>
    </message>
    <message>
        <source>Provisioned IOPS, gp3, with standby</source>
        <translation>Bereitgestellte IOPS, gp3, mit Standby</translation>
    </message>
    <message>
        <source>Provisioned IOPS, io1</source>
        <translation>Bereitgestellte IOPS, io1</translation>
    </message>
    <message>
        <source>Provisioned IOPS, io1, with standby</source>
        <translation>Bereitgestellte IOPS, io1, mit Standby</translation>
    </message>
    <message>
        <source>Provisioned concurrency</source>
        <translation>Bereitgestellte Parallelität</translation>
    </message>
    <message>
        <source>Provisioned concurrency, Arm</source>
        <translation>Bereitgestellte Parallelität, Arm</translation>
    </message>
    <message>
        <source>Provisioned concurrency, x86</source>
        <translation>Bereitgestellte Parallelität, x86</translation>
    </message>
    <message>
        <source>Provisioned io1</source>
        <translation>Bereitgestellt io1</translation>
    </message>
    <message>
        <source>Provisioned pays for nodes all the time; serverless pays for capacity while queries run.</source>
        <translation>Bereitgestellt zahlt ständig für Knoten; Serverless zahlt für Kapazität, solange Abfragen laufen.</translation>
    </message>
    <message>
        <source>Provisioned pays for units a second you set; on-demand pays per unit used.</source>
        <translation>Bereitgestellt zahlt für gesetzte Einheiten pro Sekunde; On-Demand zahlt pro benutzter Einheit.</translation>
    </message>
    <message>
        <source>Provisioned storage throughput</source>
        <translation>Bereitgestellter Speicherdurchsatz</translation>
    </message>
    <message>
        <source>Provisioned, Express brokers</source>
        <translation>Bereitgestellt, Express-Broker</translation>
    </message>
    <message>
        <source>Provisioned, standard brokers</source>
        <translation>Bereitgestellt, Standard-Broker</translation>
    </message>
    <message>
        <source>Provisioning</source>
        <translation>Bereitstellung</translation>
    </message>
    <message>
        <source>Publish latency</source>
        <translation>Veröffentlichungslatenz</translation>
    </message>
    <message>
        <source>Publish quota</source>
        <translation>Veröffentlichungskontingent</translation>
    </message>
    <message>
        <source>Publish quota of a device</source>
        <translation>Veröffentlichungskontingent eines Geräts</translation>
    </message>
    <message>
        <source>Publish requests, FIFO</source>
        <translation>Veröffentlichungsanfragen, FIFO</translation>
    </message>
    <message>
        <source>Publish requests, standard</source>
        <translation>Veröffentlichungsanfragen, Standard</translation>
    </message>
    <message>
        <source>Published data, FIFO</source>
        <translation>Veröffentlichte Daten, FIFO</translation>
    </message>
    <message>
        <source>Published in us-east-1</source>
        <translation>Veröffentlicht in us-east-1</translation>
    </message>
    <message>
        <source>Pull and unpack of the image, start of the program, registration: until the job takes work. Billed.</source>
        <translation>Ziehen und Entpacken des Images, Programmstart, Registrierung: bis der Job Arbeit annimmt. Berechnet.</translation>
    </message>
    <message>
        <source>Pull and unpack of the image, start of the program, registration: until the pod takes work. Billed.</source>
        <translation>Ziehen und Entpacken des Images, Programmstart, Registrierung: bis der Pod Arbeit annimmt. Berechnet.</translation>
    </message>
    <message>
        <source>Pull and unpack of the image, start of the program, registration: until the task takes work. Billed.</source>
        <translation>Ziehen und Entpacken des Images, Programmstart, Registrierung: bis der Task Arbeit annimmt. Berechnet.</translation>
    </message>
    <message>
        <source>Pull of the image, start of the program, readiness: until the pod takes work.</source>
        <translation>Ziehen des Images, Programmstart, Bereitschaft: bis der Pod Arbeit annimmt.</translation>
    </message>
    <message>
        <source>Pull of the image, start of the program, registration: until the task takes work.</source>
        <translation>Ziehen des Images, Programmstart, Registrierung: bis der Task Arbeit annimmt.</translation>
    </message>
    <message>
        <source>Push latency, 99th percentile</source>
        <translation>Push-Latenz, 99. Perzentil</translation>
    </message>
    <message>
        <source>Push latency, median</source>
        <translation>Push-Latenz, Median</translation>
    </message>
    <message>
        <source>Put latency</source>
        <translation>Put-Latenz</translation>
    </message>
    <message>
        <source>PutEvents calls</source>
        <translation>PutEvents-Aufrufe</translation>
    </message>
    <message>
        <source>PutEvents in us-east-1</source>
        <translation>PutEvents in us-east-1</translation>
    </message>
    <message>
        <source>PutEvents latency</source>
        <translation>PutEvents-Latenz</translation>
    </message>
    <message>
        <source>PutEvents quota</source>
        <translation>PutEvents-Kontingent</translation>
    </message>
    <message>
        <source>Python 3.12</source>
        <translation>Python 3.12</translation>
    </message>
    <message>
        <source>Python 3.13</source>
        <translation>Python 3.13</translation>
    </message>
    <message>
        <source>Python 3.14</source>
        <translation>Python 3.14</translation>
    </message>
    <message>
        <source>Python shell</source>
        <translation>Python-Shell</translation>
    </message>
    <message>
        <source>Queries and mutations</source>
        <translation>Abfragen und Mutationen</translation>
    </message>
    <message>
        <source>Queries at work</source>
        <translation>Abfragen in Arbeit</translation>
    </message>
    <message>
        <source>Queries of a refresh</source>
        <translation>Abfragen einer Aktualisierung</translation>
    </message>
    <message>
        <source>Queries started</source>
        <translation>Gestartete Abfragen</translation>
    </message>
    <message>
        <source>Queries that run at once; the others queue, and AWS advises 15 or fewer.</source>
        <translation>Abfragen, die zugleich laufen; die anderen stehen an, und AWS empfiehlt 15 oder weniger.</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Query overhead</source>
        <translation>Abfrageaufschlag</translation>
    </message>
    <message>
        <source>Query slots</source>
        <translation>Abfrage-Slots</translation>
    </message>
    <message>
        <source>Quota of one distribution; more are refused. It can be raised.</source>
        <translation>Kontingent einer Distribution; mehr werden abgewiesen. Es lässt sich erhöhen.</translation>
    </message>
    <message>
        <source>Quota of one distribution; more is refused. It can be raised.</source>
        <translation>Kontingent einer Distribution; mehr wird abgewiesen. Es lässt sich erhöhen.</translation>
    </message>
    <message>
        <source>RCU-hour</source>
        <translation>RCU-Stunde</translation>
    </message>
    <message>
        <source>RCU/s</source>
        <translation>RCU/s</translation>
    </message>
    <message>
        <source>RDS Proxy</source>
        <translation>RDS Proxy</translation>
    </message>
    <message>
        <source>RDS Proxy, serverless</source>
        <translation>RDS Proxy, Serverless</translation>
    </message>
    <message>
        <source>REST API requests</source>
        <translation>REST-API-Anfragen</translation>
    </message>
    <message>
        <source>REST APIs cost more and can cache; HTTP APIs end every request after 30 s; WebSocket APIs bill messages both ways and connections.</source>
        <translation>REST-APIs kosten mehr und können zwischenspeichern; HTTP-APIs beenden jede Anfrage nach 30 s; WebSocket-APIs berechnen Nachrichten in beide Richtungen und Verbindungen.</translation>
    </message>
    <message>
        <source>RPU that work like a slice</source>
        <translation>RPU, die wie ein Slice arbeiten</translation>
    </message>
    <message>
        <source>RPU-hour</source>
        <translation>RPU-Stunde</translation>
    </message>
    <message>
        <source>Raise {parameter} from {now} to {then}</source>
        <translation>{parameter} von {now} auf {then} erhöhen</translation>
    </message>
    <message>
        <source>Raises capacity after two minutes above the target and lowers it after fifteen below.</source>
        <translation>Erhöht die Kapazität nach zwei Minuten über dem Ziel und senkt sie nach fünfzehn darunter.</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Rate of an API destination</source>
        <translation>Rate eines API-Ziels</translation>
    </message>
    <message>
        <source>Rates of a new prefix</source>
        <translation>Raten eines neuen Präfixes</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Read bytes per shard</source>
        <translation>Lesebytes pro Shard</translation>
    </message>
    <message>
        <source>Read calls per shard</source>
        <translation>Leseaufrufe pro Shard</translation>
    </message>
    <message>
        <source>Read capacity</source>
        <translation>Lesekapazität</translation>
    </message>
    <message>
        <source>Read capacity hours</source>
        <translation>Lesekapazitätsstunden</translation>
    </message>
    <message>
        <source>Read capacity hours, Standard-IA</source>
        <translation>Lesekapazitätsstunden, Standard-IA</translation>
    </message>
    <message>
        <source>Read latency</source>
        <translation>Leselatenz</translation>
    </message>
    <message>
        <source>Read units of one partition or key</source>
        <translation>Leseeinheiten einer Partition oder eines Schlüssels</translation>
    </message>
    <message>
        <source>Read units of one table</source>
        <translation>Leseeinheiten einer Tabelle</translation>
    </message>
    <message>
        <source>Read, vCPU time</source>
        <translation>Lesen, vCPU-Zeit</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>Readers of one stream shard</source>
        <translation>Leser eines Stream-Shards</translation>
    </message>
    <message>
        <source>Readers pay</source>
        <translation>Leser zahlen</translation>
    </message>
    <message>
        <source>Reads a queue or stream, filters, enriches by a call, and hands each batch to a target.</source>
        <translation>Liest eine Warteschlange oder einen Stream, filtert, reichert durch einen Aufruf an und übergibt jeden Batch einem Ziel.</translation>
    </message>
    <message>
        <source>Reads of one prefix</source>
        <translation>Lesezugriffe eines Präfixes</translation>
    </message>
    <message>
        <source>Reads per partition</source>
        <translation>Lesezugriffe pro Partition</translation>
    </message>
    <message>
        <source>Reads per prefix</source>
        <translation>Lesezugriffe pro Präfix</translation>
    </message>
    <message>
        <source>Reads see every earlier write and cost twice the units of eventual ones.</source>
        <translation>Lesezugriffe sehen jeden früheren Schreibzugriff und kosten doppelt so viele Einheiten wie letztendlich konsistente.</translation>
    </message>
    <message>
        <source>Reads that go to replicas</source>
        <translation>Lesezugriffe, die an Replikate gehen</translation>
    </message>
    <message>
        <source>Real-time connections</source>
        <translation>Echtzeitverbindungen</translation>
    </message>
    <message>
        <source>Real-time updates, each 5 KB</source>
        <translation>Echtzeitaktualisierungen, je 5 KB</translation>
    </message>
    <message>
        <source>Receive calls</source>
        <translation>Empfangsaufrufe</translation>
    </message>
    <message>
        <source>Receive latency</source>
        <translation>Empfangslatenz</translation>
    </message>
    <message>
        <source>Received and neither deleted nor back; at the quota a receive comes back empty.</source>
        <translation>Empfangen und weder gelöscht noch zurück; am Kontingent kommt ein Empfang leer zurück.</translation>
    </message>
    <message>
        <source>Receives before dead-lettering</source>
        <translation>Empfänge bis zur Dead-Letter-Queue</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Record quota of direct puts; 0 is tied to the byte quota, 100,000 for each MiB/s.</source>
        <translation>Datensatzkontingent direkter Puts; 0 folgt dem Byte-Kontingent, 100.000 für jedes MiB/s.</translation>
    </message>
    <message>
        <source>Record size</source>
        <translation>Datensatzgröße</translation>
    </message>
    <message>
        <source>Records above this are rejected; a stream can be set from 1 to 10 MiB.</source>
        <translation>Größere Datensätze werden abgewiesen; ein Stream lässt sich von 1 bis 10 MiB einstellen.</translation>
    </message>
    <message>
        <source>Records handed over at once, at most.</source>
        <translation>Auf einmal übergebene Datensätze, höchstens.</translation>
    </message>
    <message>
        <source>Records in one GetRecords</source>
        <translation>Datensätze in einem GetRecords</translation>
    </message>
    <message>
        <source>Records in one PutRecordBatch</source>
        <translation>Datensätze in einem PutRecordBatch</translation>
    </message>
    <message>
        <source>Records in one PutRecords</source>
        <translation>Datensätze in einem PutRecords</translation>
    </message>
    <message>
        <source>Records of a poll</source>
        <translation>Datensätze eines Polls</translation>
    </message>
    <message>
        <source>Records older than the local retention move to a cheaper tier and are paid for when read.</source>
        <translation>Datensätze, die älter als die lokale Aufbewahrung sind, wandern in eine günstigere Stufe und werden beim Lesen bezahlt.</translation>
    </message>
    <message>
        <source>Records per call</source>
        <translation>Datensätze pro Aufruf</translation>
    </message>
    <message>
        <source>Records per shard</source>
        <translation>Datensätze pro Shard</translation>
    </message>
    <message>
        <source>Records that go on</source>
        <translation>Datensätze, die weitergehen</translation>
    </message>
    <message>
        <source>Records that pass the reader&apos;s filter; the others are read and dropped.</source>
        <translation>Datensätze, die der Filter des Lesers durchlässt; die anderen werden gelesen und verworfen.</translation>
    </message>
    <message>
        <source>Redis OSS</source>
        <translation>Redis OSS</translation>
    </message>
    <message>
        <source>Redrive</source>
        <translation>Redrive</translation>
    </message>
    <message>
        <source>Redrive rate of its own</source>
        <translation>Eigene Redrive-Rate</translation>
    </message>
    <message>
        <source>Redrives of a queue at a time</source>
        <translation>Redrives einer Warteschlange zugleich</translation>
    </message>
    <message>
        <source>Refill and bucket of StartExecution. Of a synchronous start AWS says only that it has a capacity of its own that grows; the same is taken.</source>
        <translation>Nachfüllrate und Bucket von StartExecution. Von einem synchronen Start sagt AWS nur, dass er eine eigene, wachsende Kapazität hat; angenommen ist dieselbe.</translation>
    </message>
    <message>
        <source>Refill of SendTaskSuccess and the like: 500 in the three large Regions, 300 elsewhere. What is above is sent later.</source>
        <translation>Nachfüllrate von SendTaskSuccess und ähnlichen: 500 in den drei großen Regionen, sonst 300. Was darüber liegt, wird später geschickt.</translation>
    </message>
    <message>
        <source>Refill of StartExecution: 300 in us-east-1, us-west-2 and eu-west-1, 150 elsewhere.</source>
        <translation>Nachfüllrate von StartExecution: 300 in us-east-1, us-west-2 und eu-west-1, sonst 150.</translation>
    </message>
    <message>
        <source>Refill of StartQueryExecution: 100 in the large Regions, 20 elsewhere.</source>
        <translation>Nachfüllrate von StartQueryExecution: 100 in den großen Regionen, sonst 20.</translation>
    </message>
    <message>
        <source>Refill: 5,000 in the three large Regions, 800 elsewhere. What is above waits.</source>
        <translation>Nachfüllrate: 5.000 in den drei großen Regionen, sonst 800. Was darüber liegt, wartet.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisierung</translation>
    </message>
    <message>
        <source>Refresh interval</source>
        <translation>Aktualisierungsintervall</translation>
    </message>
    <message>
        <source>Refresh starts within</source>
        <translation>Aktualisierung beginnt innerhalb von</translation>
    </message>
    <message>
        <source>Refreshed every</source>
        <translation>Aktualisiert alle</translation>
    </message>
    <message>
        <source>Refusals in each of so many minutes double the rates of a prefix, up to the whole.</source>
        <translation>Abweisungen in jeder von so vielen Minuten verdoppeln die Raten eines Präfixes, bis zum Ganzen.</translation>
    </message>
    <message>
        <source>Replay of a write</source>
        <translation>Nachspielen eines Schreibzugriffs</translation>
    </message>
    <message>
        <source>Replica lag</source>
        <translation>Replikatverzug</translation>
    </message>
    <message>
        <source>Replica lag, usually far below</source>
        <translation>Replikatverzug, meist weit darunter</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Replikate</translation>
    </message>
    <message>
        <source>Replicas for reads</source>
        <translation>Replikate zum Lesen</translation>
    </message>
    <message>
        <source>Replicas of a cluster</source>
        <translation>Replikate eines Clusters</translation>
    </message>
    <message>
        <source>Replicas of a shard</source>
        <translation>Replikate eines Shards</translation>
    </message>
    <message>
        <source>Replicate in the background</source>
        <translation>Im Hintergrund replizieren</translation>
    </message>
    <message>
        <source>Replication factor</source>
        <translation>Replikationsfaktor</translation>
    </message>
    <message>
        <source>Replication instance</source>
        <translation>Replikationsinstanz</translation>
    </message>
    <message>
        <source>Replication instances</source>
        <translation>Replikationsinstanzen</translation>
    </message>
    <message>
        <source>Report failures by message</source>
        <translation>Fehler je Nachricht melden</translation>
    </message>
    <message>
        <source>Request quota of direct puts; 0 is tied to the byte quota, 400 for each MiB/s.</source>
        <translation>Anfragekontingent direkter Puts; 0 folgt dem Byte-Kontingent, 400 für jedes MiB/s.</translation>
    </message>
    <message>
        <source>Request to a function</source>
        <translation>Anfrage an eine Funktion</translation>
    </message>
    <message>
        <source>Request tokens</source>
        <translation>Anfrage-Token</translation>
    </message>
    <message>
        <source>Request tokens elsewhere</source>
        <translation>Anfrage-Token anderswo</translation>
    </message>
    <message>
        <source>Request tokens, eleven large Regions</source>
        <translation>Anfrage-Token, elf große Regionen</translation>
    </message>
    <message>
        <source>Requests a minute of each instance to aim at.</source>
        <translation>Anfragen pro Minute jeder Instanz, die angestrebt werden.</translation>
    </message>
    <message>
        <source>Requests a second all APIs of the account share; more are refused with 429.</source>
        <translation>Anfragen pro Sekunde, die sich alle APIs des Kontos teilen; mehr werden mit 429 abgewiesen.</translation>
    </message>
    <message>
        <source>Requests at once of an endpoint</source>
        <translation>Anfragen eines Endpunkts zugleich</translation>
    </message>
    <message>
        <source>Requests at once of the account in eight large Regions</source>
        <translation>Anfragen des Kontos zugleich in acht großen Regionen</translation>
    </message>
    <message>
        <source>Requests in transactions</source>
        <translation>Anfragen in Transaktionen</translation>
    </message>
    <message>
        <source>Requests in work at once; one more is throttled.</source>
        <translation>Anfragen in Arbeit zugleich; eine weitere wird gedrosselt.</translation>
    </message>
    <message>
        <source>Requests of a command thread</source>
        <translation>Anfragen eines Befehls-Threads</translation>
    </message>
    <message>
        <source>Requests of a connection</source>
        <translation>Anfragen einer Verbindung</translation>
    </message>
    <message>
        <source>Requests of one distribution</source>
        <translation>Anfragen einer Distribution</translation>
    </message>
    <message>
        <source>Requests of the account</source>
        <translation>Anfragen des Kontos</translation>
    </message>
    <message>
        <source>Requests of up to 1 KB a second; an empty serverless cache starts with 30,000.</source>
        <translation>Anfragen von bis zu 1 KB pro Sekunde; ein leerer Serverless-Cache beginnt mit 30.000.</translation>
    </message>
    <message>
        <source>Requests or batches that one instance works on at once.</source>
        <translation>Anfragen oder Batches, an denen eine Instanz zugleich arbeitet.</translation>
    </message>
    <message>
        <source>Requests or batches that one pod works on at once.</source>
        <translation>Anfragen oder Batches, an denen ein Pod zugleich arbeitet.</translation>
    </message>
    <message>
        <source>Requests or batches that one task works on at once.</source>
        <translation>Anfragen oder Batches, an denen ein Task zugleich arbeitet.</translation>
    </message>
    <message>
        <source>Requests or batches that one worker works on at once.</source>
        <translation>Anfragen oder Batches, an denen ein Worker zugleich arbeitet.</translation>
    </message>
    <message>
        <source>Requests per second for each unit of concurrency</source>
        <translation>Anfragen pro Sekunde für jede Einheit der Parallelität</translation>
    </message>
    <message>
        <source>Requests served at once; the others wait.</source>
        <translation>Zugleich bediente Anfragen; die anderen warten.</translation>
    </message>
    <message>
        <source>Requests that fail</source>
        <translation>Anfragen, die scheitern</translation>
    </message>
    <message>
        <source>Requests that may come at once on a full token bucket.</source>
        <translation>Anfragen, die bei vollem Token-Bucket auf einmal kommen dürfen.</translation>
    </message>
    <message>
        <source>Requests that may wait in all; one more is rejected, and -1 sets no limit.</source>
        <translation>Anfragen, die insgesamt warten dürfen; eine weitere wird abgewiesen, und -1 setzt keine Grenze.</translation>
    </message>
    <message>
        <source>Requests that may wait; one more is rejected, and -1 sets no limit.</source>
        <translation>Anfragen, die warten dürfen; eine weitere wird abgewiesen, und -1 setzt keine Grenze.</translation>
    </message>
    <message>
        <source>Requests that write (PUT, POST), Europe</source>
        <translation>Schreibende Anfragen (PUT, POST), Europa</translation>
    </message>
    <message>
        <source>Requests that write (PUT, POST), India</source>
        <translation>Schreibende Anfragen (PUT, POST), Indien</translation>
    </message>
    <message>
        <source>Requests that write (PUT, POST), Japan</source>
        <translation>Schreibende Anfragen (PUT, POST), Japan</translation>
    </message>
    <message>
        <source>Requests that write (PUT, POST), United States, Mexico, Canada</source>
        <translation>Schreibende Anfragen (PUT, POST), USA, Mexiko, Kanada</translation>
    </message>
    <message>
        <source>Requests waiting and in work to aim at, for each instance there is.</source>
        <translation>Wartende und laufende Anfragen, die für jede vorhandene Instanz angestrebt werden.</translation>
    </message>
    <message>
        <source>Requests, Arm</source>
        <translation>Anfragen, Arm</translation>
    </message>
    <message>
        <source>Requests, FIFO queue</source>
        <translation>Anfragen, FIFO-Warteschlange</translation>
    </message>
    <message>
        <source>Requests, at most</source>
        <translation>Anfragen, höchstens</translation>
    </message>
    <message>
        <source>Requests, standard queue</source>
        <translation>Anfragen, Standard-Warteschlange</translation>
    </message>
    <message>
        <source>Requests, x86</source>
        <translation>Anfragen, x86</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Reserved capacity</source>
        <translation>Reservierte Kapazität</translation>
    </message>
    <message>
        <source>Reserved concurrency</source>
        <translation>Reservierte Parallelität</translation>
    </message>
    <message>
        <source>Resolvers</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>Resolvers keep an answer for this long, whatever happens to the target.</source>
        <translation>Resolver behalten eine Antwort so lange, was auch mit dem Ziel geschieht.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neustart</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>Retention unless set</source>
        <translation>Aufbewahrung, wenn nicht gesetzt</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Retries at most this share of the first tries, ten more at once; 0 sets none.</source>
        <translation>Höchstens dieser Anteil der ersten Versuche als Wiederholungen, zehn mehr auf einmal; 0 setzt keinen.</translation>
    </message>
    <message>
        <source>Retries by the service before the message is dead-lettered or lost.</source>
        <translation>Wiederholungen durch den Service, bevor die Nachricht in die Dead-Letter-Queue geht oder verloren ist.</translation>
    </message>
    <message>
        <source>Retries of a batch that fails; -1 repeats until the records expire.</source>
        <translation>Wiederholungen eines Batches, der scheitert; -1 wiederholt, bis die Datensätze ablaufen.</translation>
    </message>
    <message>
        <source>Retries of an HTTP action</source>
        <translation>Wiederholungen einer HTTP-Aktion</translation>
    </message>
    <message>
        <source>Retries to an HTTP endpoint unless set</source>
        <translation>Wiederholungen zu einem HTTP-Endpunkt, wenn nicht gesetzt</translation>
    </message>
    <message>
        <source>Retries to an endpoint</source>
        <translation>Wiederholungen zu einem Endpunkt</translation>
    </message>
    <message>
        <source>Retries to queues, functions and delivery streams</source>
        <translation>Wiederholungen zu Warteschlangen, Funktionen und Lieferströmen</translation>
    </message>
    <message>
        <source>Retrieval, Glacier Instant Retrieval</source>
        <translation>Abruf, Glacier Instant Retrieval</translation>
    </message>
    <message>
        <source>Retrieval, One Zone-IA</source>
        <translation>Abruf, One Zone-IA</translation>
    </message>
    <message>
        <source>Retrieval, Standard-IA</source>
        <translation>Abruf, Standard-IA</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Retry a COPY for</source>
        <translation>COPY wiederholen für</translation>
    </message>
    <message>
        <source>Retry budget</source>
        <translation>Wiederholungsbudget</translation>
    </message>
    <message>
        <source>Retry for</source>
        <translation>Wiederholen für</translation>
    </message>
    <message>
        <source>Retry quota of an SDK client, standard mode</source>
        <translation>Wiederholungskontingent eines SDK-Clients, Standard-Modus</translation>
    </message>
    <message>
        <source>Retrying an HTTP endpoint, in all</source>
        <translation>Wiederholung eines HTTP-Endpunkts, insgesamt</translation>
    </message>
    <message>
        <source>Retrying an endpoint, at most</source>
        <translation>Wiederholung eines Endpunkts, höchstens</translation>
    </message>
    <message>
        <source>Reuse results</source>
        <translation>Ergebnisse wiederverwenden</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Room in use, target</source>
        <translation>Genutzter Platz, Ziel</translation>
    </message>
    <message>
        <source>Room of an instance</source>
        <translation>Platz einer Instanz</translation>
    </message>
    <message>
        <source>Room that an answer takes in the cache.</source>
        <translation>Platz, den eine Antwort im Cache braucht.</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Routing</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Rows of a commit, default</source>
        <translation>Zeilen eines Commits, Vorgabe</translation>
    </message>
    <message>
        <source>Rows of a dataset</source>
        <translation>Zeilen eines Datasets</translation>
    </message>
    <message>
        <source>Ruby 3.4</source>
        <translation>Ruby 3.4</translation>
    </message>
    <message>
        <source>Rule and action, 99th percentile</source>
        <translation>Regel und Aktion, 99. Perzentil</translation>
    </message>
    <message>
        <source>Rule and action, median</source>
        <translation>Regel und Aktion, Median</translation>
    </message>
    <message>
        <source>Rule evaluations</source>
        <translation>Regelauswertungen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Rules evaluated</source>
        <translation>Ausgewertete Regeln</translation>
    </message>
    <message>
        <source>Rules of a balancer</source>
        <translation>Regeln eines Load Balancers</translation>
    </message>
    <message>
        <source>Rules of a bus</source>
        <translation>Regeln eines Bus</translation>
    </message>
    <message>
        <source>Rules of a capacity unit, beyond 10 of a request</source>
        <translation>Regeln einer Kapazitätseinheit, über 10 einer Anfrage hinaus</translation>
    </message>
    <message>
        <source>Rules triggered</source>
        <translation>Ausgelöste Regeln</translation>
    </message>
    <message>
        <source>RunTask calls, of up to 10 tasks</source>
        <translation>RunTask-Aufrufe, von bis zu 10 Tasks</translation>
    </message>
    <message>
        <source>Running and waiting: 200 in us-east-1, 150 in us-east-2, us-west-2, Tokyo, Frankfurt and Ireland, 100 in Mumbai and Singapore, 20 in small Regions. One more is refused.</source>
        <translation>Laufend und wartend: 200 in us-east-1, 150 in us-east-2, us-west-2, Tokio, Frankfurt und Irland, 100 in Mumbai und Singapur, 20 in kleinen Regionen. Eine weitere wird abgewiesen.</translation>
    </message>
    <message>
        <source>Running application storage</source>
        <translation>Laufender Anwendungsspeicher</translation>
    </message>
    <message>
        <source>Runs SQL straight on objects in S3 and bills the bytes it scans.</source>
        <translation>Führt SQL direkt auf Objekten in S3 aus und berechnet die gelesenen Bytes.</translation>
    </message>
    <message>
        <source>Runs Spark and Hive jobs on workers that start for them, or are kept ready.</source>
        <translation>Führt Spark- und Hive-Jobs auf Workern aus, die dafür starten oder bereitgehalten werden.</translation>
    </message>
    <message>
        <source>Runs a Flink application over streams: windows, joins and state.</source>
        <translation>Führt eine Flink-Anwendung über Streams aus: Fenster, Joins und Zustand.</translation>
    </message>
    <message>
        <source>Runs a Kubernetes deployment of pods on Fargate or on instances that are added and ended.</source>
        <translation>Führt ein Kubernetes-Deployment aus Pods auf Fargate oder auf Instanzen aus, die hinzukommen und enden.</translation>
    </message>
    <message>
        <source>Runs a function per request or batch and bills the milliseconds it was busy.</source>
        <translation>Führt pro Anfrage oder Batch eine Funktion aus und berechnet die Millisekunden, die sie beschäftigt war.</translation>
    </message>
    <message>
        <source>Runs a workflow of tasks, choices, waits and retries, drawn with its connections.</source>
        <translation>Führt einen Workflow aus Tasks, Verzweigungen, Wartezeiten und Wiederholungen aus, gezeichnet mit seinen Verbindungen.</translation>
    </message>
    <message>
        <source>Runs at once</source>
        <translation>Läufe zugleich</translation>
    </message>
    <message>
        <source>Runs containers as a service of tasks on instances that a capacity provider adds and ends.</source>
        <translation>Führt Container als Service aus Tasks auf Instanzen aus, die ein Kapazitätsanbieter hinzufügt und beendet.</translation>
    </message>
    <message>
        <source>Runs containers as a service of tasks without machines to keep.</source>
        <translation>Führt Container als Service aus Tasks aus, ohne zu pflegende Maschinen.</translation>
    </message>
    <message>
        <source>Runs extract, transform and load jobs without a cluster to keep.</source>
        <translation>Führt Jobs zum Extrahieren, Transformieren und Laden ohne zu pflegenden Cluster aus.</translation>
    </message>
    <message>
        <source>Runs in the queue</source>
        <translation>Läufe in der Warteschlange</translation>
    </message>
    <message>
        <source>Runs jobs from a queue on capacity that comes and goes with them.</source>
        <translation>Führt Jobs aus einer Warteschlange auf Kapazität aus, die mit ihnen kommt und geht.</translation>
    </message>
    <message>
        <source>Runs of one job at once</source>
        <translation>Läufe eines Jobs zugleich</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Läuft auf</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Laufzeitumgebung</translation>
    </message>
    <message>
        <source>Rust (provided.al2023)</source>
        <translation>Rust (provided.al2023)</translation>
    </message>
    <message>
        <source>SDK clients</source>
        <translation>SDK-Clients</translation>
    </message>
    <message>
        <source>SNS is told to wait 15 s; no page of its guide was at hand to quote</source>
        <translation>SNS soll 15 s warten; keine Seite des Leitfadens war zur Hand, um sie zu zitieren</translation>
    </message>
    <message>
        <source>SPICE bought</source>
        <translation>Gekauftes SPICE</translation>
    </message>
    <message>
        <source>SPICE capacity</source>
        <translation>SPICE-Kapazität</translation>
    </message>
    <message>
        <source>SPICE of an author</source>
        <translation>SPICE eines Autors</translation>
    </message>
    <message>
        <source>SPICE, a copy in memory</source>
        <translation>SPICE, eine Kopie im Arbeitsspeicher</translation>
    </message>
    <message>
        <source>SQL Server</source>
        <translation>SQL Server</translation>
    </message>
    <message>
        <source>SQS adapts it to the backlog and publishes no figure; this is the most one may ask for</source>
        <translation>SQS passt es dem Rückstand an und veröffentlicht keine Zahl; mehr darf man nicht verlangen</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Samstag</translation>
    </message>
    <message>
        <source>Saturday and Sunday</source>
        <translation>Samstag und Sonntag</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>Scaling delay</source>
        <translation>Skalierungsverzögerung</translation>
    </message>
    <message>
        <source>Scaling never leaves fewer.</source>
        <translation>Die Skalierung lässt nie weniger übrig.</translation>
    </message>
    <message>
        <source>Scaling never starts more.</source>
        <translation>Die Skalierung startet nie mehr.</translation>
    </message>
    <message>
        <source>Scaling per 10 s</source>
        <translation>Skalierung pro 10 s</translation>
    </message>
    <message>
        <source>Scans all that is published for sensitive data.</source>
        <translation>Durchsucht alles Veröffentlichte nach sensiblen Daten.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Zeitpläne</translation>
    </message>
    <message>
        <source>Schema discovery</source>
        <translation>Schemaerkennung</translation>
    </message>
    <message>
        <source>Search of a shard</source>
        <translation>Suche in einem Shard</translation>
    </message>
    <message>
        <source>Search units</source>
        <translation>Sucheinheiten</translation>
    </message>
    <message>
        <source>Searches that may wait</source>
        <translation>Suchen, die warten dürfen</translation>
    </message>
    <message>
        <source>Seconds of unused capacity a provisioned table keeps for a peak.</source>
        <translation>Sekunden ungenutzter Kapazität, die eine bereitgestellte Tabelle für eine Spitze aufhebt.</translation>
    </message>
    <message>
        <source>Send calls</source>
        <translation>Sendeaufrufe</translation>
    </message>
    <message>
        <source>Send calls of one group</source>
        <translation>Sendeaufrufe einer Gruppe</translation>
    </message>
    <message>
        <source>Send latency</source>
        <translation>Sendelatenz</translation>
    </message>
    <message>
        <source>Sends, receives and deletes a second, a call with up to 10 messages as one; 0 is 300, or with high throughput the quota of the Region: 70,000 in us-east-1, us-west-2 and eu-west-1, 2,400 to 19,000 elsewhere.</source>
        <translation>Senden, Empfangen und Löschen pro Sekunde, ein Aufruf mit bis zu 10 Nachrichten als einer; 0 ist 300 oder mit hohem Durchsatz das Kontingent der Region: 70.000 in us-east-1, us-west-2 und eu-west-1, sonst 2.400 bis 19.000.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Server hours</source>
        <translation>Serverstunden</translation>
    </message>
    <message>
        <source>Serverless</source>
        <translation>Serverless</translation>
    </message>
    <message>
        <source>Serverless capacity</source>
        <translation>Serverless-Kapazität</translation>
    </message>
    <message>
        <source>Serverless capacity, I/O-Optimized</source>
        <translation>Serverless-Kapazität, I/O-Optimized</translation>
    </message>
    <message>
        <source>Serverless cluster hours</source>
        <translation>Serverless-Cluster-Stunden</translation>
    </message>
    <message>
        <source>Serverless data</source>
        <translation>Serverless-Daten</translation>
    </message>
    <message>
        <source>Serverless data in</source>
        <translation>Serverless, eingehende Daten</translation>
    </message>
    <message>
        <source>Serverless data out</source>
        <translation>Serverless, ausgehende Daten</translation>
    </message>
    <message>
        <source>Serverless data, Memcached</source>
        <translation>Serverless-Daten, Memcached</translation>
    </message>
    <message>
        <source>Serverless data, Redis OSS</source>
        <translation>Serverless-Daten, Redis OSS</translation>
    </message>
    <message>
        <source>Serverless data, Valkey</source>
        <translation>Serverless-Daten, Valkey</translation>
    </message>
    <message>
        <source>Serverless partition hours</source>
        <translation>Serverless-Partitionsstunden</translation>
    </message>
    <message>
        <source>Serverless requests, Memcached</source>
        <translation>Serverless-Anfragen, Memcached</translation>
    </message>
    <message>
        <source>Serverless requests, Redis OSS</source>
        <translation>Serverless-Anfragen, Redis OSS</translation>
    </message>
    <message>
        <source>Serverless requests, Valkey</source>
        <translation>Serverless-Anfragen, Valkey</translation>
    </message>
    <message>
        <source>Serverless storage</source>
        <translation>Serverless-Speicher</translation>
    </message>
    <message>
        <source>Serverless, Memcached</source>
        <translation>Serverless, Memcached</translation>
    </message>
    <message>
        <source>Serverless, empty cache</source>
        <translation>Serverless, leerer Cache</translation>
    </message>
    <message>
        <source>Serverless, in</source>
        <translation>Serverless, hinein</translation>
    </message>
    <message>
        <source>Serverless, into a partition</source>
        <translation>Serverless, in eine Partition</translation>
    </message>
    <message>
        <source>Serverless, out</source>
        <translation>Serverless, heraus</translation>
    </message>
    <message>
        <source>Serverless, out of a partition</source>
        <translation>Serverless, aus einer Partition</translation>
    </message>
    <message>
        <source>Serverless, partitions</source>
        <translation>Serverless, Partitionen</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Service time, law</source>
        <translation>Bedienzeit, Gesetz</translation>
    </message>
    <message>
        <source>Service time, mean</source>
        <translation>Bedienzeit, Mittelwert</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Session gap</source>
        <translation>Sitzungspause</translation>
    </message>
    <message>
        <source>Sessions of readers</source>
        <translation>Sitzungen von Lesern</translation>
    </message>
    <message>
        <source>Sets how long a cold start of a trivial function takes.</source>
        <translation>Bestimmt, wie lange der Kaltstart einer trivialen Funktion dauert.</translation>
    </message>
    <message>
        <source>Sets the rates of storage, requests and retrieval; the run treats all classes alike.</source>
        <translation>Bestimmt die Preise für Speicher, Anfragen und Abruf; der Lauf behandelt alle Klassen gleich.</translation>
    </message>
    <message>
        <source>Sets the slices of a node and its rate; the slices of ra3.large are assumed to be 2.</source>
        <translation>Bestimmt die Slices eines Knotens und seine Rate; für ra3.large sind 2 Slices angenommen.</translation>
    </message>
    <message>
        <source>Sets what a broker carries for long over its network and to EBS, without bursts.</source>
        <translation>Bestimmt, was ein Broker auf Dauer über sein Netzwerk und zu EBS trägt, ohne Bursts.</translation>
    </message>
    <message>
        <source>Sets what a broker takes in and sends; above it requests are slowed.</source>
        <translation>Bestimmt, was ein Broker aufnimmt und sendet; darüber werden Anfragen gebremst.</translation>
    </message>
    <message>
        <source>Shard hours</source>
        <translation>Shard-Stunden</translation>
    </message>
    <message>
        <source>Shards</source>
        <translation>Shards</translation>
    </message>
    <message>
        <source>Shards in us-east-1, us-west-2, eu-west-1</source>
        <translation>Shards in us-east-1, us-west-2, eu-west-1</translation>
    </message>
    <message>
        <source>Shards of a node, from 2.17 on</source>
        <translation>Shards eines Knotens, ab 2.17</translation>
    </message>
    <message>
        <source>Shards per GiB of heap, at most</source>
        <translation>Shards pro GiB Heap, höchstens</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Share of all records that carry one single key, on top of the skew.</source>
        <translation>Anteil aller Datensätze, die einen einzigen Schlüssel tragen, zusätzlich zur Schiefe.</translation>
    </message>
    <message>
        <source>Share of busy workers to aim at; stands for CPU utilisation.</source>
        <translation>Anteil beschäftigter Worker, der angestrebt wird; steht für die CPU-Auslastung.</translation>
    </message>
    <message>
        <source>Share of calls that fail.</source>
        <translation>Anteil der Aufrufe, die scheitern.</translation>
    </message>
    <message>
        <source>Share of checkers that must find a target healthy, more than</source>
        <translation>Anteil der Prüfer, die ein Ziel gesund finden müssen, mehr als</translation>
    </message>
    <message>
        <source>Share of invocations whose handler raises an error.</source>
        <translation>Anteil der Aufrufe, deren Handler einen Fehler auslöst.</translation>
    </message>
    <message>
        <source>Share of the attempts that end with an error.</source>
        <translation>Anteil der Versuche, die mit einem Fehler enden.</translation>
    </message>
    <message>
        <source>Share of the bandwidth that loads and changes get.</source>
        <translation>Anteil der Bandbreite, den Laden und Änderungen bekommen.</translation>
    </message>
    <message>
        <source>Share of the dataset in the window, which is read again each time.</source>
        <translation>Anteil des Datasets im Fenster, der jedes Mal neu gelesen wird.</translation>
    </message>
    <message>
        <source>Share of the dataset that one view computes over.</source>
        <translation>Anteil des Datasets, über den eine Ansicht rechnet.</translation>
    </message>
    <message>
        <source>Share of the events that happened before they were sent, for example on a device without a network.</source>
        <translation>Anteil der Ereignisse, die vor dem Senden geschahen, etwa auf einem Gerät ohne Netz.</translation>
    </message>
    <message>
        <source>Share of the instance&apos;s memory that keeps pages; the default of MySQL&apos;s buffer pool.</source>
        <translation>Anteil des Arbeitsspeichers der Instanz, der Seiten hält; die Vorgabe für den Buffer Pool von MySQL.</translation>
    </message>
    <message>
        <source>Share of the objects that is left when a query&apos;s filter has dropped partitions.</source>
        <translation>Anteil der Objekte, der bleibt, wenn der Filter einer Abfrage Partitionen weggelassen hat.</translation>
    </message>
    <message>
        <source>Share of the reads that callers send to the replicas, if there are any.</source>
        <translation>Anteil der Lesezugriffe, die Aufrufer an die Replikate schicken, falls es welche gibt.</translation>
    </message>
    <message>
        <source>Share of the requests that are served before the others.</source>
        <translation>Anteil der Anfragen, die vor den anderen bedient werden.</translation>
    </message>
    <message>
        <source>Share of the requests that may be answered from the cache: those that read.</source>
        <translation>Anteil der Anfragen, die aus dem Cache beantwortet werden dürfen: die lesenden.</translation>
    </message>
    <message>
        <source>Share of the stored bytes in the columns that a query names.</source>
        <translation>Anteil der gespeicherten Bytes in den Spalten, die eine Abfrage nennt.</translation>
    </message>
    <message>
        <source>Share of what a running job&apos;s taken nodes had done that is done again: all of it where later stages read their results, none where each task&apos;s output is safe at once.</source>
        <translation>Anteil dessen, was die entzogenen Knoten eines laufenden Jobs getan hatten, der noch einmal getan wird: alles, wo spätere Stufen ihre Ergebnisse lesen, nichts, wo die Ausgabe jedes Tasks sofort sicher ist.</translation>
    </message>
    <message>
        <source>Share that goes to a second queue of a higher priority on the same environment.</source>
        <translation>Anteil, der in eine zweite Warteschlange höherer Priorität auf derselben Umgebung geht.</translation>
    </message>
    <message>
        <source>Share that the model fails for.</source>
        <translation>Anteil, bei dem das Modell scheitert.</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Gemeinsam</translation>
    </message>
    <message>
        <source>Shared readers divide 2 MiB/s and 5 reads/s per shard; an enhanced one has its own 2 MiB/s and is pushed to.</source>
        <translation>Gemeinsame Leser teilen sich 2 MiB/s und 5 Lesezugriffe/s pro Shard; ein Enhanced-Fan-out-Leser hat eigene 2 MiB/s und bekommt gepusht.</translation>
    </message>
    <message>
        <source>Shortest idle time before termination</source>
        <translation>Kürzeste Ruhezeit vor der Beendigung</translation>
    </message>
    <message>
        <source>Simple requests that one command thread works off in a second.</source>
        <translation>Einfache Anfragen, die ein Befehls-Thread in einer Sekunde abarbeitet.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Size after compression</source>
        <translation>Größe nach Kompression</translation>
    </message>
    <message>
        <source>Size after transformation</source>
        <translation>Größe nach Transformation</translation>
    </message>
    <message>
        <source>Size factor</source>
        <translation>Größenfaktor</translation>
    </message>
    <message>
        <source>Size of a result</source>
        <translation>Größe eines Ergebnisses</translation>
    </message>
    <message>
        <source>Size of an answer</source>
        <translation>Größe einer Antwort</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>Schrittweite</translation>
    </message>
    <message>
        <source>Sliding</source>
        <translation>Gleitend</translation>
    </message>
    <message>
        <source>Slots in all queues</source>
        <translation>Slots in allen Warteschlangen</translation>
    </message>
    <message>
        <source>Slots of a new manual queue</source>
        <translation>Slots einer neuen manuellen Warteschlange</translation>
    </message>
    <message>
        <source>Small changes that are applied one after the other.</source>
        <translation>Kleine Änderungen, die nacheinander angewandt werden.</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>Snapshots kept</source>
        <translation>Aufbewahrte Snapshots</translation>
    </message>
    <message>
        <source>Snapshots of an application</source>
        <translation>Snapshots einer Anwendung</translation>
    </message>
    <message>
        <source>So long after the first request a run starts with fewer of them.</source>
        <translation>So lange nach der ersten Anfrage beginnt ein Lauf auch mit weniger.</translation>
    </message>
    <message>
        <source>So many alike for each target; those of a rate were made at different times.</source>
        <translation>So viele gleiche für jedes Ziel; die mit einer Rate wurden zu verschiedenen Zeiten angelegt.</translation>
    </message>
    <message>
        <source>So many looks in a row must find fewer jobs than there is room for.</source>
        <translation>So viele Blicke in Folge müssen weniger Jobs finden, als Platz ist.</translation>
    </message>
    <message>
        <source>Something is kept for every key met.</source>
        <translation>Für jeden angetroffenen Schlüssel wird etwas gehalten.</translation>
    </message>
    <message>
        <source>Sorts records into prefixes by their content and meters bytes and objects for it.</source>
        <translation>Sortiert Datensätze nach ihrem Inhalt in Präfixe und berechnet dafür Bytes und Objekte.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Source data in the index when the scenario begins.</source>
        <translation>Quelldaten im Index, wenn das Szenario beginnt.</translation>
    </message>
    <message>
        <source>Sources with the same stream name send equal arrivals, so that designs compare fairly.</source>
        <translation>Quellen mit demselben Stream-Namen senden gleiche Ankünfte, sodass Entwürfe sich fair vergleichen.</translation>
    </message>
    <message>
        <source>Space for objects</source>
        <translation>Platz für Objekte</translation>
    </message>
    <message>
        <source>Spark</source>
        <translation>Spark</translation>
    </message>
    <message>
        <source>Spark, Flex</source>
        <translation>Spark, Flex</translation>
    </message>
    <message>
        <source>Spectrum data scanned</source>
        <translation>Mit Spectrum gelesene Daten</translation>
    </message>
    <message>
        <source>Split on error</source>
        <translation>Bei Fehler teilen</translation>
    </message>
    <message>
        <source>Spot capacity</source>
        <translation>Spot-Kapazität</translation>
    </message>
    <message>
        <source>Spot discount</source>
        <translation>Spot-Nachlass</translation>
    </message>
    <message>
        <source>Spot price</source>
        <translation>Spot-Preis</translation>
    </message>
    <message>
        <source>Spot price over On-Demand price</source>
        <translation>Spot-Preis im Verhältnis zum On-Demand-Preis</translation>
    </message>
    <message>
        <source>Spot prices move all the time; look up yours</source>
        <translation>Spot-Preise bewegen sich ständig; den eigenen nachsehen</translation>
    </message>
    <message>
        <source>Spot prices move; look up yours</source>
        <translation>Spot-Preise bewegen sich; den eigenen nachsehen</translation>
    </message>
    <message>
        <source>Spreads HTTP requests over the targets that pass their health checks.</source>
        <translation>Verteilt HTTP-Anfragen auf die Ziele, die ihre Zustandsprüfungen bestehen.</translation>
    </message>
    <message>
        <source>Spreads the groups over partitions: 300 calls of each action a second for a group, and for all as many as the Region allows; without it 300 for the queue.</source>
        <translation>Verteilt die Gruppen auf Partitionen: 300 Aufrufe jeder Aktion pro Sekunde für eine Gruppe und für alle so viele, wie die Region erlaubt; ohne dies 300 für die Warteschlange.</translation>
    </message>
    <message>
        <source>Spreads traffic over appliances that look at it, such as firewalls.</source>
        <translation>Verteilt Datenverkehr auf Appliances, die ihn prüfen, etwa Firewalls.</translation>
    </message>
    <message>
        <source>Stabilisation before fewer pods</source>
        <translation>Stabilisierung, bevor Pods weniger werden</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Standard bills each operation; I/O-Optimized costs more by the hour and gigabyte.</source>
        <translation>Standard berechnet jede Operation; I/O-Optimized kostet mehr pro Stunde und Gigabyte.</translation>
    </message>
    <message>
        <source>Standard brokers have disks and settings of yours; Express ones store without bound; serverless shows no brokers.</source>
        <translation>Standard-Broker haben eigene Festplatten und Einstellungen; Express-Broker speichern ohne Grenze; Serverless zeigt keine Broker.</translation>
    </message>
    <message>
        <source>Standard deviation of the service time divided by its mean.</source>
        <translation>Standardabweichung der Bedienzeit geteilt durch ihren Mittelwert.</translation>
    </message>
    <message>
        <source>Standard deviation of the think time divided by its mean.</source>
        <translation>Standardabweichung der Denkzeit geteilt durch ihren Mittelwert.</translation>
    </message>
    <message>
        <source>Standard deviation of the time divided by its mean.</source>
        <translation>Standardabweichung der Zeit geteilt durch ihren Mittelwert.</translation>
    </message>
    <message>
        <source>Standard deviation over the mean of its planning and computing.</source>
        <translation>Standardabweichung ihrer Planung und Rechnung geteilt durch deren Mittelwert.</translation>
    </message>
    <message>
        <source>Standard deviation over the mean.</source>
        <translation>Standardabweichung geteilt durch den Mittelwert.</translation>
    </message>
    <message>
        <source>Standard is paid by the state transition and runs up to a year; Express by request and time, up to 5 minutes, and waits for no job.</source>
        <translation>Standard wird nach Zustandsübergängen bezahlt und läuft bis zu einem Jahr; Express nach Anfragen und Zeit, bis zu 5 Minuten, und wartet auf keinen Job.</translation>
    </message>
    <message>
        <source>Standard queries</source>
        <translation>Standard-Abfragen</translation>
    </message>
    <message>
        <source>Standard-IA</source>
        <translation>Standard-IA</translation>
    </message>
    <message>
        <source>Standard-IA stores for less and charges more for each unit.</source>
        <translation>Standard-IA speichert günstiger und verlangt mehr für jede Einheit.</translation>
    </message>
    <message>
        <source>Standby in a second zone</source>
        <translation>Standby in einer zweiten Zone</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Start a job or workflow</source>
        <translation>Einen Job oder Workflow starten</translation>
    </message>
    <message>
        <source>Start burst</source>
        <translation>Start-Burst</translation>
    </message>
    <message>
        <source>Start of a container</source>
        <translation>Start eines Containers</translation>
    </message>
    <message>
        <source>Start of a node</source>
        <translation>Start eines Knotens</translation>
    </message>
    <message>
        <source>Start of a pod</source>
        <translation>Start eines Pods</translation>
    </message>
    <message>
        <source>Start of a task</source>
        <translation>Start eines Tasks</translation>
    </message>
    <message>
        <source>Start of an instance</source>
        <translation>Start einer Instanz</translation>
    </message>
    <message>
        <source>Start on kept workers</source>
        <translation>Start auf gehaltenen Workern</translation>
    </message>
    <message>
        <source>Start requests of a run</source>
        <translation>Startanfragen eines Laufs</translation>
    </message>
    <message>
        <source>Start requests of an event trigger</source>
        <translation>Startanfragen eines Ereignisauslösers</translation>
    </message>
    <message>
        <source>Start, 99th percentile</source>
        <translation>Start, 99. Perzentil</translation>
    </message>
    <message>
        <source>Start, median</source>
        <translation>Start, Median</translation>
    </message>
    <message>
        <source>Start-up</source>
        <translation>Anlauf</translation>
    </message>
    <message>
        <source>Started for each job</source>
        <translation>Für jeden Job gestartet</translation>
    </message>
    <message>
        <source>State for each key</source>
        <translation>Zustand für jeden Schlüssel</translation>
    </message>
    <message>
        <source>State of a key</source>
        <translation>Zustand eines Schlüssels</translation>
    </message>
    <message>
        <source>State saved by a KPU</source>
        <translation>Von einer KPU gesicherter Zustand</translation>
    </message>
    <message>
        <source>State transitions</source>
        <translation>Zustandsübergänge</translation>
    </message>
    <message>
        <source>Stays open</source>
        <translation>Bleibt offen</translation>
    </message>
    <message>
        <source>Stops calling while too many calls fail, and tries again with a few after a pause.</source>
        <translation>Ruft nicht mehr auf, solange zu viele Aufrufe scheitern, und versucht es nach einer Pause mit einigen erneut.</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Storage allocated</source>
        <translation>Zugewiesener Speicher</translation>
    </message>
    <message>
        <source>Storage class</source>
        <translation>Speicherklasse</translation>
    </message>
    <message>
        <source>Storage grows by itself</source>
        <translation>Speicher wächst von selbst</translation>
    </message>
    <message>
        <source>Storage of a KPU</source>
        <translation>Speicher einer KPU</translation>
    </message>
    <message>
        <source>Storage of a broker</source>
        <translation>Speicher eines Brokers</translation>
    </message>
    <message>
        <source>Storage of a cluster</source>
        <translation>Speicher eines Clusters</translation>
    </message>
    <message>
        <source>Storage of all instances</source>
        <translation>Speicher aller Instanzen</translation>
    </message>
    <message>
        <source>Storage of an instance</source>
        <translation>Speicher einer Instanz</translation>
    </message>
    <message>
        <source>Storage operations of a write</source>
        <translation>Speicheroperationen eines Schreibzugriffs</translation>
    </message>
    <message>
        <source>Storage throughput of a broker</source>
        <translation>Speicherdurchsatz eines Brokers</translation>
    </message>
    <message>
        <source>Storage, Glacier Instant Retrieval</source>
        <translation>Speicher, Glacier Instant Retrieval</translation>
    </message>
    <message>
        <source>Storage, I/O-Optimized</source>
        <translation>Speicher, I/O-Optimized</translation>
    </message>
    <message>
        <source>Storage, Intelligent-Tiering</source>
        <translation>Speicher, Intelligent-Tiering</translation>
    </message>
    <message>
        <source>Storage, One Zone-IA</source>
        <translation>Speicher, One Zone-IA</translation>
    </message>
    <message>
        <source>Storage, Standard</source>
        <translation>Speicher, Standard</translation>
    </message>
    <message>
        <source>Storage, Standard-IA</source>
        <translation>Speicher, Standard-IA</translation>
    </message>
    <message>
        <source>Storage, gp2</source>
        <translation>Speicher, gp2</translation>
    </message>
    <message>
        <source>Storage, gp2, with standby</source>
        <translation>Speicher, gp2, mit Standby</translation>
    </message>
    <message>
        <source>Storage, gp3</source>
        <translation>Speicher, gp3</translation>
    </message>
    <message>
        <source>Storage, gp3, with standby</source>
        <translation>Speicher, gp3, mit Standby</translation>
    </message>
    <message>
        <source>Storage, io1</source>
        <translation>Speicher, io1</translation>
    </message>
    <message>
        <source>Storage, io1, with standby</source>
        <translation>Speicher, io1, mit Standby</translation>
    </message>
    <message>
        <source>Stored at the start</source>
        <translation>Am Anfang gespeichert</translation>
    </message>
    <message>
        <source>Stored size</source>
        <translation>Gespeicherte Größe</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>Stream read latency, 99th percentile</source>
        <translation>Stream-Leselatenz, 99. Perzentil</translation>
    </message>
    <message>
        <source>Stream read latency, median</source>
        <translation>Stream-Leselatenz, Median</translation>
    </message>
    <message>
        <source>Stream reads</source>
        <translation>Stream-Lesezugriffe</translation>
    </message>
    <message>
        <source>Stream retention</source>
        <translation>Stream-Aufbewahrung</translation>
    </message>
    <message>
        <source>Stream shards close after</source>
        <translation>Stream-Shards schließen nach</translation>
    </message>
    <message>
        <source>Strongly consistent reads</source>
        <translation>Strikt konsistente Lesezugriffe</translation>
    </message>
    <message>
        <source>SubmitJob</source>
        <translation>SubmitJob</translation>
    </message>
    <message>
        <source>Submits a second</source>
        <translation>SubmitJob pro Sekunde</translation>
    </message>
    <message>
        <source>Subscribers that an operation sends an update to, on average.</source>
        <translation>Abonnenten, denen eine Operation eine Aktualisierung schickt, im Mittel.</translation>
    </message>
    <message>
        <source>Subscriptions of a FIFO topic</source>
        <translation>Abonnements eines FIFO-Topics</translation>
    </message>
    <message>
        <source>Subscriptions of a connection</source>
        <translation>Abonnements einer Verbindung</translation>
    </message>
    <message>
        <source>Subtasks of a KPU</source>
        <translation>Subtasks einer KPU</translation>
    </message>
    <message>
        <source>Subtasks that share the one processor of a KPU.</source>
        <translation>Subtasks, die sich den einen Prozessor einer KPU teilen.</translation>
    </message>
    <message>
        <source>Subtasks that share the work by key; the service starts with one.</source>
        <translation>Subtasks, die sich die Arbeit nach Schlüsseln teilen; der Service beginnt mit einem.</translation>
    </message>
    <message>
        <source>Succeed</source>
        <translation>Gelingen</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Sonntag</translation>
    </message>
    <message>
        <source>Synchronous start, 99th percentile</source>
        <translation>Synchroner Start, 99. Perzentil</translation>
    </message>
    <message>
        <source>Synchronous start, median</source>
        <translation>Synchroner Start, Median</translation>
    </message>
    <message>
        <source>TLS and sign-in; measure yours</source>
        <translation>TLS und Anmeldung; selbst messen</translation>
    </message>
    <message>
        <source>TLS, ended here</source>
        <translation>TLS, hier beendet</translation>
    </message>
    <message>
        <source>Table class</source>
        <translation>Tabellenklasse</translation>
    </message>
    <message>
        <source>Tables loaded at once, at most</source>
        <translation>Zugleich geladene Tabellen, höchstens</translation>
    </message>
    <message>
        <source>Tables loaded at once, default</source>
        <translation>Zugleich geladene Tabellen, Vorgabe</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Taken up to the next size that there is with so many vCPU.</source>
        <translation>Aufgerundet auf die nächste Größe, die es mit so vielen vCPU gibt.</translation>
    </message>
    <message>
        <source>Takes messages of devices; each rule hands what it selects to its action.</source>
        <translation>Nimmt Nachrichten von Geräten an; jede Regel gibt, was sie auswählt, ihrer Aktion.</translation>
    </message>
    <message>
        <source>Target utilisation</source>
        <translation>Zielauslastung</translation>
    </message>
    <message>
        <source>Target, busy</source>
        <translation>Ziel, beschäftigt</translation>
    </message>
    <message>
        <source>Target, requests</source>
        <translation>Ziel, Anfragen</translation>
    </message>
    <message>
        <source>Target, waiting</source>
        <translation>Ziel, wartend</translation>
    </message>
    <message>
        <source>Targets invoked in a second, tries included; those beyond it wait. 0 is the quota of the Region: 1,000 in the main Regions, 500 elsewhere.</source>
        <translation>In einer Sekunde aufgerufene Ziele, Versuche eingeschlossen; darüber hinaus warten sie. 0 ist das Kontingent der Region: 1.000 in den Hauptregionen, sonst 500.</translation>
    </message>
    <message>
        <source>Targets of a balancer</source>
        <translation>Ziele eines Load Balancers</translation>
    </message>
    <message>
        <source>Targets of a rule</source>
        <translation>Ziele einer Regel</translation>
    </message>
    <message>
        <source>Task nodes</source>
        <translation>Task-Knoten</translation>
    </message>
    <message>
        <source>Task nodes cost less and can be taken back with two minutes&apos; notice.</source>
        <translation>Task-Knoten kosten weniger und können mit zwei Minuten Ankündigung entzogen werden.</translation>
    </message>
    <message>
        <source>Task nodes on Spot</source>
        <translation>Task-Knoten auf Spot</translation>
    </message>
    <message>
        <source>Task nodes, at most</source>
        <translation>Task-Knoten, höchstens</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Tasks at the start, all in service; of a service that scales when it opens cold.</source>
        <translation>Tasks am Anfang, alle in Betrieb; eines Service, der skaliert, wenn er kalt beginnt.</translation>
    </message>
    <message>
        <source>Tasks of a c5.large with a network interface each</source>
        <translation>Tasks einer c5.large mit je einer Netzwerkschnittstelle</translation>
    </message>
    <message>
        <source>Tasks of a service with service discovery</source>
        <translation>Tasks eines Service mit Service Discovery</translation>
    </message>
    <message>
        <source>Tasks of an instance</source>
        <translation>Tasks einer Instanz</translation>
    </message>
    <message>
        <source>Tasks, at least</source>
        <translation>Tasks, mindestens</translation>
    </message>
    <message>
        <source>Tasks, at most</source>
        <translation>Tasks, höchstens</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>That the source is asked, all at once. What each costs there, the source says.</source>
        <translation>Die der Quelle gestellt werden, alle auf einmal. Was jede dort kostet, sagt die Quelle.</translation>
    </message>
    <message>
        <source>That you keep.</source>
        <translation>Die aufbewahrt werden.</translation>
    </message>
    <message>
        <source>The Availability Zone it sits in.</source>
        <translation>Die Availability Zone, in der sie liegt.</translation>
    </message>
    <message>
        <source>The Wait state comes before the tasks of this order, or after the last.</source>
        <translation>Der Wait-Zustand kommt vor den Tasks dieser Reihenfolge oder nach dem letzten.</translation>
    </message>
    <message>
        <source>The borrow timeout; then the call fails.</source>
        <translation>Das Borrow-Timeout; danach scheitert der Aufruf.</translation>
    </message>
    <message>
        <source>The caller gives up after this time; 0 never.</source>
        <translation>Der Aufrufer gibt nach dieser Zeit auf; 0 nie.</translation>
    </message>
    <message>
        <source>The default policy has the same pause each time.</source>
        <translation>Die Standardrichtlinie hat jedes Mal dieselbe Pause.</translation>
    </message>
    <message>
        <source>The disks of the brokers are full after {hours} h: a broker would keep {kept} GiB and has {has}</source>
        <translation>Die Festplatten der Broker sind nach {hours} h voll: Ein Broker würde {kept} GiB halten und hat {has}</translation>
    </message>
    <message>
        <source>The end of the job</source>
        <translation>Das Ende des Jobs</translation>
    </message>
    <message>
        <source>The front door of an API: admits requests up to a rate, passes them on, waits for the answer.</source>
        <translation>Der Eingang einer API: lässt Anfragen bis zu einer Rate zu, reicht sie weiter und wartet auf die Antwort.</translation>
    </message>
    <message>
        <source>The function names the messages that failed; only those come back to the queue.</source>
        <translation>Die Funktion nennt die gescheiterten Nachrichten; nur diese kommen zurück in die Warteschlange.</translation>
    </message>
    <message>
        <source>The last part</source>
        <translation>Der letzte Teil</translation>
    </message>
    <message>
        <source>The least between two checkpoints of a shard; 0 after each batch. What came since is read again when its worker is lost.</source>
        <translation>Der kleinste Abstand zweier Checkpoints eines Shards; 0 nach jedem Batch. Was seitdem kam, wird noch einmal gelesen, wenn sein Worker verloren geht.</translation>
    </message>
    <message>
        <source>The longest</source>
        <translation>Das längste</translation>
    </message>
    <message>
        <source>The mapping starts with 5 batches at a time and adds up to 300 a minute while messages are left, up to this many.</source>
        <translation>Die Zuordnung beginnt mit 5 Batches zugleich und fügt bis zu 300 pro Minute hinzu, solange Nachrichten übrig sind, bis zu so vielen.</translation>
    </message>
    <message>
        <source>The metric is looked at this often.</source>
        <translation>So oft wird die Metrik betrachtet.</translation>
    </message>
    <message>
        <source>The others are filtered out.</source>
        <translation>Die anderen werden ausgefiltert.</translation>
    </message>
    <message>
        <source>The others wait.</source>
        <translation>Die anderen warten.</translation>
    </message>
    <message>
        <source>The payload</source>
        <translation>Die Payload</translation>
    </message>
    <message>
        <source>The rest have no value for its key, or change nothing that it holds.</source>
        <translation>Die übrigen haben keinen Wert für seinen Schlüssel oder ändern nichts, was er enthält.</translation>
    </message>
    <message>
        <source>The rest replace an item, so the table does not grow by them.</source>
        <translation>Die übrigen ersetzen ein Item, sodass die Tabelle durch sie nicht wächst.</translation>
    </message>
    <message>
        <source>The result of the same query is given again while it is fresh enough: nothing is read or paid.</source>
        <translation>Das Ergebnis derselben Abfrage wird wiederverwendet, solange es frisch genug ist: Nichts wird gelesen oder bezahlt.</translation>
    </message>
    <message>
        <source>The run was stopped: {why}.</source>
        <translation>Der Lauf wurde angehalten: {why}.</translation>
    </message>
    <message>
        <source>The same elsewhere</source>
        <translation>Dasselbe anderswo</translation>
    </message>
    <message>
        <source>The same with trunking</source>
        <translation>Dasselbe mit Trunking</translation>
    </message>
    <message>
        <source>The source&apos;s, and its computing, apart.</source>
        <translation>Die der Quelle und deren Rechnen nicht eingeschlossen.</translation>
    </message>
    <message>
        <source>The stream serves twice this at first; a new stream starts at 4 MB/s, twice 2. A higher minute of the run counts 15 minutes later.</source>
        <translation>Der Stream bedient zuerst das Doppelte; ein neuer Stream beginnt bei 4 MB/s, dem Doppelten von 2. Eine höhere Minute des Laufs zählt 15 Minuten später.</translation>
    </message>
    <message>
        <source>The topic as a whole takes 3,000 messages or 20 MB a second, or each group 300 messages.</source>
        <translation>Das Topic als Ganzes nimmt 3.000 Nachrichten oder 20 MB pro Sekunde, oder jede Gruppe 300 Nachrichten.</translation>
    </message>
    <message>
        <source>The topic&apos;s delivery policy for HTTP endpoints: so many retries, 20 s apart unless you say otherwise; a connection may have its own number.</source>
        <translation>Die Lieferrichtlinie des Topics für HTTP-Endpunkte: so viele Wiederholungen im Abstand von 20 s, wenn nichts anderes gesagt ist; eine Verbindung kann eine eigene Zahl haben.</translation>
    </message>
    <message>
        <source>The zone it sits in, or the first of several.</source>
        <translation>Die Zone, in der sie liegt, oder die erste von mehreren.</translation>
    </message>
    <message>
        <source>Their bucket: 3,000 in the three large Regions, 1,500 elsewhere.</source>
        <translation>Ihr Bucket: 3.000 in den drei großen Regionen, sonst 1.500.</translation>
    </message>
    <message>
        <source>There are never fewer.</source>
        <translation>Weniger sind es nie.</translation>
    </message>
    <message>
        <source>They go to the table, and what they bring is not kept.</source>
        <translation>Sie gehen an die Tabelle, und was sie bringen, wird nicht vorgehalten.</translation>
    </message>
    <message>
        <source>They lead the cluster and neither index nor search; three are advised.</source>
        <translation>Sie führen den Cluster und indizieren und suchen nicht; drei werden empfohlen.</translation>
    </message>
    <message>
        <source>Think time, law</source>
        <translation>Denkzeit, Gesetz</translation>
    </message>
    <message>
        <source>Think time, mean</source>
        <translation>Denkzeit, Mittelwert</translation>
    </message>
    <message>
        <source>This bill carries {share} of the work meant for {component} ({carried} of {wanted} records/s)</source>
        <translation>Diese Rechnung enthält {share} der für {component} gedachten Arbeit ({carried} von {wanted} Datensätzen/s)</translation>
    </message>
    <message>
        <source>This bill leaves out work that was not done: </source>
        <translation>Diese Rechnung lässt Arbeit aus, die nicht getan wurde: </translation>
    </message>
    <message>
        <source>Threads of one worker</source>
        <translation>Threads eines Workers</translation>
    </message>
    <message>
        <source>Threads that apply</source>
        <translation>Anwendende Threads</translation>
    </message>
    <message>
        <source>Throughput of a volume</source>
        <translation>Durchsatz eines Volumes</translation>
    </message>
    <message>
        <source>Throughput of one request</source>
        <translation>Durchsatz einer Anfrage</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Donnerstag</translation>
    </message>
    <message>
        <source>TiB</source>
        <translation>TiB</translation>
    </message>
    <message>
        <source>Tiered storage</source>
        <translation>Gestufter Speicher</translation>
    </message>
    <message>
        <source>Tiered storage read</source>
        <translation>Aus gestuftem Speicher gelesen</translation>
    </message>
    <message>
        <source>Time a full load may take: sizes the path.</source>
        <translation>Zeit, die ein volles Laden dauern darf: dimensioniert den Weg.</translation>
    </message>
    <message>
        <source>Time every COPY takes however little it loads, commit included.</source>
        <translation>Zeit, die jedes COPY braucht, wie wenig es auch lädt, Commit eingeschlossen.</translation>
    </message>
    <message>
        <source>Time every query takes however little it scans.</source>
        <translation>Zeit, die jede Abfrage braucht, wie wenig sie auch liest.</translation>
    </message>
    <message>
        <source>Time in the proxy</source>
        <translation>Zeit im Proxy</translation>
    </message>
    <message>
        <source>Time of a checkpoint without any state.</source>
        <translation>Zeit eines Checkpoints ohne jeden Zustand.</translation>
    </message>
    <message>
        <source>Time of a job</source>
        <translation>Zeit eines Jobs</translation>
    </message>
    <message>
        <source>Time of a lookup, 99th percentile</source>
        <translation>Zeit einer Namensabfrage, 99. Perzentil</translation>
    </message>
    <message>
        <source>Time of a lookup, median</source>
        <translation>Zeit einer Namensabfrage, Median</translation>
    </message>
    <message>
        <source>Time of a push to an enhanced consumer, on top of the wait until one leaves.</source>
        <translation>Zeit eines Push an einen Enhanced-Fan-out-Konsumenten, zusätzlich zum Warten, bis einer abgeht.</translation>
    </message>
    <message>
        <source>Time of a read, 99th percentile</source>
        <translation>Zeit eines Lesezugriffs, 99. Perzentil</translation>
    </message>
    <message>
        <source>Time of a read, median</source>
        <translation>Zeit eines Lesezugriffs, Median</translation>
    </message>
    <message>
        <source>Time of a storage operation</source>
        <translation>Zeit einer Speicheroperation</translation>
    </message>
    <message>
        <source>Time of a transition</source>
        <translation>Zeit eines Übergangs</translation>
    </message>
    <message>
        <source>Time of a view</source>
        <translation>Zeit einer Ansicht</translation>
    </message>
    <message>
        <source>Time of a write, 99th percentile</source>
        <translation>Zeit eines Schreibzugriffs, 99. Perzentil</translation>
    </message>
    <message>
        <source>Time of a write, median</source>
        <translation>Zeit eines Schreibzugriffs, Median</translation>
    </message>
    <message>
        <source>Time of an operation</source>
        <translation>Zeit einer Operation</translation>
    </message>
    <message>
        <source>Time of models, 1 GB</source>
        <translation>Zeit der Modelle, 1 GB</translation>
    </message>
    <message>
        <source>Time of models, 2 GB</source>
        <translation>Zeit der Modelle, 2 GB</translation>
    </message>
    <message>
        <source>Time of models, 3 GB</source>
        <translation>Zeit der Modelle, 3 GB</translation>
    </message>
    <message>
        <source>Time of models, 4 GB</source>
        <translation>Zeit der Modelle, 4 GB</translation>
    </message>
    <message>
        <source>Time of models, 5 GB</source>
        <translation>Zeit der Modelle, 5 GB</translation>
    </message>
    <message>
        <source>Time of models, 6 GB</source>
        <translation>Zeit der Modelle, 6 GB</translation>
    </message>
    <message>
        <source>Time of one GetRecords call; the wait for the next poll comes on top. With a poll a second it makes the measured 627 ms from put to function.</source>
        <translation>Zeit eines GetRecords-Aufrufs; das Warten auf den nächsten Poll kommt hinzu. Mit einem Poll pro Sekunde ergibt das die gemessenen 627 ms vom Put bis zur Funktion.</translation>
    </message>
    <message>
        <source>Time of one fetch that finds records.</source>
        <translation>Zeit eines Abrufs, der Datensätze findet.</translation>
    </message>
    <message>
        <source>Time of one read of the stream; the wait for the next poll comes on top. With four polls a second it makes the measured 213 ms from write to function.</source>
        <translation>Zeit eines Lesens des Streams; das Warten auf den nächsten Poll kommt hinzu. Mit vier Polls pro Sekunde ergibt das die gemessenen 213 ms vom Schreiben bis zur Funktion.</translation>
    </message>
    <message>
        <source>Time of one read when nothing is refused.</source>
        <translation>Zeit eines Lesezugriffs, wenn nichts abgewiesen wird.</translation>
    </message>
    <message>
        <source>Time of one receive, without the wait for a message.</source>
        <translation>Zeit eines Empfangs, ohne das Warten auf eine Nachricht.</translation>
    </message>
    <message>
        <source>Time of one write when nothing is refused.</source>
        <translation>Zeit eines Schreibzugriffs, wenn nichts abgewiesen wird.</translation>
    </message>
    <message>
        <source>Time of the model for one request, without calls that its container makes.</source>
        <translation>Zeit des Modells für eine Anfrage, ohne Aufrufe, die sein Container macht.</translation>
    </message>
    <message>
        <source>Time of the pipe itself</source>
        <translation>Zeit der Pipe selbst</translation>
    </message>
    <message>
        <source>Time on a vCPU that a search takes in one shard.</source>
        <translation>Zeit auf einer vCPU, die eine Suche in einem Shard braucht.</translation>
    </message>
    <message>
        <source>Time per invocation</source>
        <translation>Zeit pro Aufruf</translation>
    </message>
    <message>
        <source>Time per record</source>
        <translation>Zeit pro Datensatz</translation>
    </message>
    <message>
        <source>Time per request</source>
        <translation>Zeit pro Anfrage</translation>
    </message>
    <message>
        <source>Time per request or record</source>
        <translation>Zeit pro Anfrage oder Datensatz</translation>
    </message>
    <message>
        <source>Time that each record of a request adds.</source>
        <translation>Zeit, die jeder Datensatz einer Anfrage hinzufügt.</translation>
    </message>
    <message>
        <source>Time the API adds to half of all operations at most.</source>
        <translation>Zeit, die die API bei der Hälfte aller Operationen höchstens hinzufügt.</translation>
    </message>
    <message>
        <source>Time the balancer adds to half of all requests at most.</source>
        <translation>Zeit, die der Load Balancer bei der Hälfte aller Anfragen höchstens hinzufügt.</translation>
    </message>
    <message>
        <source>Time the gateway adds to half of all requests at most.</source>
        <translation>Zeit, die das Gateway bei der Hälfte aller Anfragen höchstens hinzufügt.</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>Zeit zum Verbinden</translation>
    </message>
    <message>
        <source>Time to live</source>
        <translation>Gültigkeitsdauer</translation>
    </message>
    <message>
        <source>Time to live unless the origin says otherwise</source>
        <translation>Gültigkeitsdauer, wenn der Ursprung nichts anderes sagt</translation>
    </message>
    <message>
        <source>Time to live: items are deleted at this age without using capacity; 0 keeps them for ever.</source>
        <translation>Gültigkeitsdauer (TTL): In diesem Alter werden Items gelöscht, ohne Kapazität zu verbrauchen; 0 behält sie für immer.</translation>
    </message>
    <message>
        <source>Time your imports and connections add to every cold start; the runtime table has none.</source>
        <translation>Zeit, die eigene Importe und Verbindungen zu jedem Kaltstart hinzufügen; die Tabelle der Laufzeitumgebungen hat keine.</translation>
    </message>
    <message>
        <source>Time, law</source>
        <translation>Zeit, Gesetz</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>Timeout of a REST API unless raised</source>
        <translation>Timeout einer REST-API, wenn nicht erhöht</translation>
    </message>
    <message>
        <source>Timeout of an API destination</source>
        <translation>Timeout eines API-Ziels</translation>
    </message>
    <message>
        <source>Timeout of an HTTP API</source>
        <translation>Timeout einer HTTP-API</translation>
    </message>
    <message>
        <source>Timeout of an HTTP action</source>
        <translation>Timeout einer HTTP-Aktion</translation>
    </message>
    <message>
        <source>To clients, for each message that comes from one.</source>
        <translation>An Clients, für jede Nachricht, die von einem kommt.</translation>
    </message>
    <message>
        <source>To its first byte, where no bucket is connected; a connected one says its own.</source>
        <translation>Bis zum ersten Byte, wo kein Bucket verbunden ist; ein verbundener nennt seine eigene.</translation>
    </message>
    <message>
        <source>Tokens of an operation</source>
        <translation>Token einer Operation</translation>
    </message>
    <message>
        <source>Traffic source</source>
        <translation>Lastquelle</translation>
    </message>
    <message>
        <source>Transformation buffer</source>
        <translation>Transformationspuffer</translation>
    </message>
    <message>
        <source>Transformation interval</source>
        <translation>Transformationsintervall</translation>
    </message>
    <message>
        <source>Transition burst</source>
        <translation>Übergangs-Burst</translation>
    </message>
    <message>
        <source>Trial calls</source>
        <translation>Probeaufrufe</translation>
    </message>
    <message>
        <source>Tried again after</source>
        <translation>Erneut versucht nach</translation>
    </message>
    <message>
        <source>Tries in all, the first included.</source>
        <translation>Versuche insgesamt, der erste eingeschlossen.</translation>
    </message>
    <message>
        <source>Tries to one target</source>
        <translation>Versuche zu einem Ziel</translation>
    </message>
    <message>
        <source>Trying an HTTP action, at most</source>
        <translation>Versuch einer HTTP-Aktion, höchstens</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Dienstag</translation>
    </message>
    <message>
        <source>Tumbling</source>
        <translation>Nicht überlappend</translation>
    </message>
    <message>
        <source>Turns JSON into a columnar format before delivery and meters the bytes for it.</source>
        <translation>Wandelt JSON vor der Lieferung in ein spaltenorientiertes Format um und berechnet dafür die Bytes.</translation>
    </message>
    <message>
        <source>Turns serverless capacity into slices for load and scan times.</source>
        <translation>Rechnet Serverless-Kapazität in Slices für Lade- und Lesezeiten um.</translation>
    </message>
    <message>
        <source>Two priorities</source>
        <translation>Zwei Prioritäten</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Type of every node; its vCPUs do the work and both EMR and EC2 charge for its hours.</source>
        <translation>Typ jedes Knotens; seine vCPUs tun die Arbeit, und EMR wie EC2 berechnen seine Stunden.</translation>
    </message>
    <message>
        <source>Type of the data nodes; its vCPUs index and search.</source>
        <translation>Typ der Datenknoten; seine vCPUs indizieren und suchen.</translation>
    </message>
    <message>
        <source>Type of the master nodes</source>
        <translation>Typ der Master-Knoten</translation>
    </message>
    <message>
        <source>USD/h</source>
        <translation>USD/h</translation>
    </message>
    <message>
        <source>Uniform from 0 to twice the mean</source>
        <translation>Gleichverteilt von 0 bis zum doppelten Mittelwert</translation>
    </message>
    <message>
        <source>United States, Mexico, Canada</source>
        <translation>USA, Mexiko, Kanada</translation>
    </message>
    <message>
        <source>Units of a serverless account, each kind</source>
        <translation>Einheiten eines Serverless-Kontos, jeder Art</translation>
    </message>
    <message>
        <source>Unmanaged</source>
        <translation>Nicht verwaltet</translation>
    </message>
    <message>
        <source>Until a replica has become the primary and takes writes.</source>
        <translation>Bis ein Replikat zum Primärknoten geworden ist und Schreibzugriffe nimmt.</translation>
    </message>
    <message>
        <source>Until it is in the log of several zones.</source>
        <translation>Bis es im Log mehrerer Zonen steht.</translation>
    </message>
    <message>
        <source>Until the standby serves; AWS says 60 to 120 s, longer with large transactions.</source>
        <translation>Bis der Standby bedient; AWS sagt 60 bis 120 s, länger bei großen Transaktionen.</translation>
    </message>
    <message>
        <source>Until then, evenly drawn, a reader sees nothing of a new shard.</source>
        <translation>Bis dahin, gleichmäßig gelost, sieht ein Leser nichts von einem neuen Shard.</translation>
    </message>
    <message>
        <source>Until workers that are not kept work; not billed.</source>
        <translation>Bis Worker arbeiten, die nicht gehalten werden; nicht berechnet.</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aktualisierung</translation>
    </message>
    <message>
        <source>Updates of an operation</source>
        <translation>Aktualisierungen einer Operation</translation>
    </message>
    <message>
        <source>Updates out</source>
        <translation>Ausgehende Aktualisierungen</translation>
    </message>
    <message>
        <source>Urgent jobs</source>
        <translation>Dringende Jobs</translation>
    </message>
    <message>
        <source>Use AWS advises to plan for</source>
        <translation>Auslastung, mit der AWS zu planen empfiehlt</translation>
    </message>
    <message>
        <source>Use, without traffic of its own</source>
        <translation>Benutzen, ohne eigene Last</translation>
    </message>
    <message>
        <source>Used share of capacity that auto scaling aims at; AWS allows 20 to 90.</source>
        <translation>Genutzter Anteil der Kapazität, den Auto Scaling anstrebt; AWS erlaubt 20 bis 90.</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Valkey</source>
        <translation>Valkey</translation>
    </message>
    <message>
        <source>Values in memory, answered in under a millisecond; what is not there is asked of the store behind.</source>
        <translation>Werte im Arbeitsspeicher, beantwortet in unter einer Millisekunde; was nicht da ist, wird beim Speicher dahinter erfragt.</translation>
    </message>
    <message>
        <source>Values that the records are sorted by; each key has one of them, and each prefix that has records has a buffer and objects of its own.</source>
        <translation>Werte, nach denen die Datensätze sortiert werden; jeder Schlüssel hat einen davon, und jedes Präfix mit Datensätzen hat einen eigenen Puffer und eigene Objekte.</translation>
    </message>
    <message>
        <source>Variation of a query&apos;s time</source>
        <translation>Streuung der Zeit einer Abfrage</translation>
    </message>
    <message>
        <source>Variation of a view&apos;s time</source>
        <translation>Streuung der Zeit einer Ansicht</translation>
    </message>
    <message>
        <source>Views at once</source>
        <translation>Ansichten zugleich</translation>
    </message>
    <message>
        <source>Views of a session</source>
        <translation>Ansichten einer Sitzung</translation>
    </message>
    <message>
        <source>Virtual machines, a fixed number or a group that scales.</source>
        <translation>Virtuelle Maschinen, eine feste Zahl oder eine Gruppe, die skaliert.</translation>
    </message>
    <message>
        <source>Visibility timeout</source>
        <translation>Sichtbarkeits-Timeout</translation>
    </message>
    <message>
        <source>Visibility timeout unless set</source>
        <translation>Sichtbarkeits-Timeout, wenn nicht gesetzt</translation>
    </message>
    <message>
        <source>Visuals of a view</source>
        <translation>Grafiken einer Ansicht</translation>
    </message>
    <message>
        <source>Volume of a broker</source>
        <translation>Volume eines Brokers</translation>
    </message>
    <message>
        <source>Volume throughput, gp3</source>
        <translation>Volume-Durchsatz, gp3</translation>
    </message>
    <message>
        <source>Volumes, gp3</source>
        <translation>Volumes, gp3</translation>
    </message>
    <message>
        <source>WCU-hour</source>
        <translation>WCU-Stunde</translation>
    </message>
    <message>
        <source>WCU/s</source>
        <translation>WCU/s</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Wait before order</source>
        <translation>Warten vor Reihenfolge</translation>
    </message>
    <message>
        <source>Wait for a connection, at most</source>
        <translation>Warten auf eine Verbindung, höchstens</translation>
    </message>
    <message>
        <source>Wait state</source>
        <translation>Wait-Zustand</translation>
    </message>
    <message>
        <source>Waiting places</source>
        <translation>Warteplätze</translation>
    </message>
    <message>
        <source>Warm-up of an instance unless set</source>
        <translation>Aufwärmen einer Instanz, wenn nicht gesetzt</translation>
    </message>
    <message>
        <source>Watermark behind</source>
        <translation>Watermark zurück um</translation>
    </message>
    <message>
        <source>Watermark interval</source>
        <translation>Watermark-Intervall</translation>
    </message>
    <message>
        <source>WebSocket API</source>
        <translation>WebSocket-API</translation>
    </message>
    <message>
        <source>WebSocket connections</source>
        <translation>WebSocket-Verbindungen</translation>
    </message>
    <message>
        <source>WebSocket connections of a large instance</source>
        <translation>WebSocket-Verbindungen einer großen Instanz</translation>
    </message>
    <message>
        <source>WebSocket messages, each 32 KB</source>
        <translation>WebSocket-Nachrichten, je 32 KB</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Mittwoch</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>Gewichtet</translation>
    </message>
    <message>
        <source>What Spot costs, as a share of the On-Demand price.</source>
        <translation>Was Spot kostet, als Anteil des On-Demand-Preises.</translation>
    </message>
    <message>
        <source>What a Python shell job runs on.</source>
        <translation>Worauf ein Python-Shell-Job läuft.</translation>
    </message>
    <message>
        <source>What a capacity unit covers and how long a connection may idle depend on it.</source>
        <translation>Davon hängt ab, was eine Kapazitätseinheit umfasst und wie lange eine Verbindung ruhen darf.</translation>
    </message>
    <message>
        <source>What a gigabyte of it costs; its operations are not a limit here.</source>
        <translation>Was ein Gigabyte davon kostet; seine Operationen sind hier keine Grenze.</translation>
    </message>
    <message>
        <source>What a request that misses takes, beside one that hits</source>
        <translation>Was eine Anfrage ohne Treffer braucht, neben einer mit Treffer</translation>
    </message>
    <message>
        <source>What a statement that needs the storage waits for it, its turn apart.</source>
        <translation>Was eine Anweisung, die den Speicher braucht, auf ihn wartet, ohne das Anstehen.</translation>
    </message>
    <message>
        <source>What a target is sent, up to 256 KB.</source>
        <translation>Was einem Ziel geschickt wird, bis 256 KB.</translation>
    </message>
    <message>
        <source>What a unit works with.</source>
        <translation>Womit eine Einheit arbeitet.</translation>
    </message>
    <message>
        <source>What a write takes, on every node</source>
        <translation>Was ein Schreibzugriff braucht, auf jedem Knoten</translation>
    </message>
    <message>
        <source>What an execution takes beside enrichment and target.</source>
        <translation>Was eine Ausführung neben Anreicherung und Ziel braucht.</translation>
    </message>
    <message>
        <source>What an hour of a node costs.</source>
        <translation>Was eine Stunde eines Knotens kostet.</translation>
    </message>
    <message>
        <source>What an hour of an instance costs; how many jobs it takes is yours to give.</source>
        <translation>Was eine Stunde einer Instanz kostet; wie viele Jobs sie aufnimmt, ist selbst anzugeben.</translation>
    </message>
    <message>
        <source>What an hour of an instance costs; how many pods it takes is yours to give.</source>
        <translation>Was eine Stunde einer Instanz kostet; wie viele Pods sie aufnimmt, ist selbst anzugeben.</translation>
    </message>
    <message>
        <source>What an hour of an instance costs; how many tasks it takes is yours to give.</source>
        <translation>Was eine Stunde einer Instanz kostet; wie viele Tasks sie aufnimmt, ist selbst anzugeben.</translation>
    </message>
    <message>
        <source>What an hour of an instance costs; the time of a request is yours to give.</source>
        <translation>Was eine Stunde einer Instanz kostet; die Zeit einer Anfrage ist selbst anzugeben.</translation>
    </message>
    <message>
        <source>What an hour of an instance costs; the time of the model is yours to give.</source>
        <translation>Was eine Stunde einer Instanz kostet; die Zeit des Modells ist selbst anzugeben.</translation>
    </message>
    <message>
        <source>What an hour of it costs.</source>
        <translation>Was eine Stunde davon kostet.</translation>
    </message>
    <message>
        <source>What an hour of one costs.</source>
        <translation>Was eine Stunde von einem kostet.</translation>
    </message>
    <message>
        <source>What each change puts on the table&apos;s stream, kept 24 h and in order per item.</source>
        <translation>Was jede Änderung in den Stream der Tabelle legt, 24 h aufbewahrt und je Item in Reihenfolge.</translation>
    </message>
    <message>
        <source>What each round of operations is done for: each record, or all of a batch, request or object together.</source>
        <translation>Wofür jede Runde von Operationen getan wird: für jeden Datensatz oder für einen ganzen Batch, eine Anfrage oder ein Objekt zusammen.</translation>
    </message>
    <message>
        <source>What is billed, and what does the work.</source>
        <translation>Was berechnet wird und was die Arbeit tut.</translation>
    </message>
    <message>
        <source>What is billed.</source>
        <translation>Was berechnet wird.</translation>
    </message>
    <message>
        <source>What is billed; the time of a request is yours to give.</source>
        <translation>Was berechnet wird; die Zeit einer Anfrage ist selbst anzugeben.</translation>
    </message>
    <message>
        <source>What is kept at its target by starting and ending instances.</source>
        <translation>Was durch Starten und Beenden von Instanzen auf seinem Ziel gehalten wird.</translation>
    </message>
    <message>
        <source>What is kept at its target by starting and ending pods.</source>
        <translation>Was durch Starten und Beenden von Pods auf seinem Ziel gehalten wird.</translation>
    </message>
    <message>
        <source>What is kept at its target by starting and ending tasks.</source>
        <translation>Was durch Starten und Beenden von Tasks auf seinem Ziel gehalten wird.</translation>
    </message>
    <message>
        <source>What is kept at its target by starting and ending workers.</source>
        <translation>Was durch Starten und Beenden von Workern auf seinem Ziel gehalten wird.</translation>
    </message>
    <message>
        <source>What is sent, as a multiple of the record&apos;s own size.</source>
        <translation>Was gesendet wird, als Vielfaches der Größe des Datensatzes.</translation>
    </message>
    <message>
        <source>What is stored, and billed when it is read, of the size as plain text.</source>
        <translation>Was gespeichert und beim Lesen berechnet wird, von der Größe als reiner Text.</translation>
    </message>
    <message>
        <source>What is used beyond what was saved is metered; without it the vCPUs slow down to what they earn.</source>
        <translation>Was über das Angesparte hinaus genutzt wird, wird berechnet; ohne dies fallen die vCPUs auf das zurück, was sie verdienen.</translation>
    </message>
    <message>
        <source>What keeps pages, and sets the connections of some engines.</source>
        <translation>Was Seiten hält und bei einigen Engines die Verbindungen bestimmt.</translation>
    </message>
    <message>
        <source>What matches a rule</source>
        <translation>Was auf eine Regel passt</translation>
    </message>
    <message>
        <source>What needs more of them waits.</source>
        <translation>Was mehr davon braucht, wartet.</translation>
    </message>
    <message>
        <source>What needs more waits, as long as it must.</source>
        <translation>Was mehr braucht, wartet, so lange es muss.</translation>
    </message>
    <message>
        <source>What one server costs an hour, whether busy or not.</source>
        <translation>Was ein Server pro Stunde kostet, beschäftigt oder nicht.</translation>
    </message>
    <message>
        <source>What one worker has; a DPU is 4 vCPU and 16 GB.</source>
        <translation>Was ein Worker hat; eine DPU sind 4 vCPU und 16 GB.</translation>
    </message>
    <message>
        <source>What reads go to, evenly. What of it does not fit into the memory for pages is read from storage.</source>
        <translation>Worauf Lesezugriffe gehen, gleichmäßig. Was davon nicht in den Arbeitsspeicher für Seiten passt, wird aus dem Speicher gelesen.</translation>
    </message>
    <message>
        <source>What source, instance and target get through; 0 leaves it to the path.</source>
        <translation>Was Quelle, Instanz und Ziel bewältigen; 0 überlässt es dem Weg.</translation>
    </message>
    <message>
        <source>What subscriptions that match a rule look at; looking into payloads is billed.</source>
        <translation>Was Abonnements betrachten, die auf eine Regel passen; in Payloads zu schauen wird berechnet.</translation>
    </message>
    <message>
        <source>What the bucket holds before the first write.</source>
        <translation>Was der Bucket vor dem ersten Schreibzugriff enthält.</translation>
    </message>
    <message>
        <source>What the caller does when a request is refused or fails; every retry is real load.</source>
        <translation>Was der Aufrufer tut, wenn eine Anfrage abgewiesen wird oder scheitert; jede Wiederholung ist echte Last.</translation>
    </message>
    <message>
        <source>What the caller does when it is refused or fails.</source>
        <translation>Was der Aufrufer tut, wenn er abgewiesen wird oder scheitert.</translation>
    </message>
    <message>
        <source>What the starter waits for.</source>
        <translation>Worauf der Startende wartet.</translation>
    </message>
    <message>
        <source>What the table holds before the first write.</source>
        <translation>Was die Tabelle vor dem ersten Schreibzugriff enthält.</translation>
    </message>
    <message>
        <source>What the warehouse holds before the first load.</source>
        <translation>Was das Warehouse vor dem ersten Laden enthält.</translation>
    </message>
    <message>
        <source>Where its users are: requests and data out are priced by that.</source>
        <translation>Wo die Benutzer sind: Danach richten sich die Preise von Anfragen und ausgehenden Daten.</translation>
    </message>
    <message>
        <source>Where there is no replica to take over.</source>
        <translation>Wo es kein Replikat gibt, das übernimmt.</translation>
    </message>
    <message>
        <source>Whether each outgoing connection gets a copy of the work, a share of it, or what matches.</source>
        <translation>Ob jede ausgehende Verbindung eine Kopie der Arbeit, einen Anteil davon oder das Passende bekommt.</translation>
    </message>
    <message>
        <source>Whether several workers can read one object; of a gzip file one reads it all.</source>
        <translation>Ob mehrere Worker ein Objekt lesen können; eine gzip-Datei liest einer ganz.</translation>
    </message>
    <message>
        <source>Whether the call hands work on, fetches something or runs a query.</source>
        <translation>Ob der Aufruf Arbeit weitergibt, etwas holt oder eine Abfrage ausführt.</translation>
    </message>
    <message>
        <source>Whether the connection is part of the work, or takes what was given up.</source>
        <translation>Ob die Verbindung Teil der Arbeit ist oder nimmt, was aufgegeben wurde.</translation>
    </message>
    <message>
        <source>Which of the healthy targets gets the next request.</source>
        <translation>Welches der gesunden Ziele die nächste Anfrage bekommt.</translation>
    </message>
    <message>
        <source>Who is served next: who came first; all share the servers alike, as the threads of a processor do; or who came first of the higher priority, and what is in service is finished.</source>
        <translation>Wer als Nächstes bedient wird: wer zuerst kam; alle teilen sich die Server gleichmäßig wie die Threads eines Prozessors; oder wer mit der höheren Priorität zuerst kam, wobei Begonnenes beendet wird.</translation>
    </message>
    <message>
        <source>Who look at dashboards, paid by the month.</source>
        <translation>Die Dashboards ansehen, bezahlt nach Monaten.</translation>
    </message>
    <message>
        <source>Who make dashboards, paid by the month.</source>
        <translation>Die Dashboards erstellen, bezahlt nach Monaten.</translation>
    </message>
    <message>
        <source>Who starts the work, and what is waited for.</source>
        <translation>Wer die Arbeit beginnt und worauf gewartet wird.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>With a function connected: it is called when so much has come in, or the time is over.</source>
        <translation>Mit verbundener Funktion: Sie wird aufgerufen, wenn so viel hereingekommen oder die Zeit um ist.</translation>
    </message>
    <message>
        <source>With fewer in the window it stays closed.</source>
        <translation>Mit weniger im Fenster bleibt er geschlossen.</translation>
    </message>
    <message>
        <source>With fewer of a partition&apos;s brokers there, it takes no writes (min.insync.replicas).</source>
        <translation>Sind weniger Broker einer Partition da, nimmt sie keine Schreibzugriffe (min.insync.replicas).</translation>
    </message>
    <message>
        <source>With fewer of a partition&apos;s brokers there, it takes no writes.</source>
        <translation>Sind weniger Broker einer Partition da, nimmt sie keine Schreibzugriffe.</translation>
    </message>
    <message>
        <source>With the median it sets the log-normal law of a synchronous start.</source>
        <translation>Mit dem Median bestimmt es die Log-Normalverteilung eines synchronen Starts.</translation>
    </message>
    <message>
        <source>With the median it sets the log-normal law of lookups.</source>
        <translation>Mit dem Median bestimmt es die Log-Normalverteilung der Namensabfragen.</translation>
    </message>
    <message>
        <source>With the median it sets the log-normal law of reads.</source>
        <translation>Mit dem Median bestimmt es die Log-Normalverteilung der Lesezugriffe.</translation>
    </message>
    <message>
        <source>With the median it sets the log-normal law of such a start.</source>
        <translation>Mit dem Median bestimmt es die Log-Normalverteilung eines solchen Starts.</translation>
    </message>
    <message>
        <source>With the median it sets the log-normal law of the API&apos;s own time.</source>
        <translation>Mit dem Median bestimmt es die Log-Normalverteilung der eigenen Zeit der API.</translation>
    </message>
    <message>
        <source>With the median it sets the log-normal law of the balancer&apos;s own time.</source>
        <translation>Mit dem Median bestimmt es die Log-Normalverteilung der eigenen Zeit des Load Balancers.</translation>
    </message>
    <message>
        <source>With the median it sets the log-normal law of the delivery.</source>
        <translation>Mit dem Median bestimmt es die Log-Normalverteilung der Lieferung.</translation>
    </message>
    <message>
        <source>With the median it sets the log-normal law of the gateway&apos;s own time.</source>
        <translation>Mit dem Median bestimmt es die Log-Normalverteilung der eigenen Zeit des Gateways.</translation>
    </message>
    <message>
        <source>With the median it sets the log-normal law of the network&apos;s time.</source>
        <translation>Mit dem Median bestimmt es die Log-Normalverteilung der Netzwerkzeit.</translation>
    </message>
    <message>
        <source>With the median it sets the log-normal law of the start.</source>
        <translation>Mit dem Median bestimmt es die Log-Normalverteilung des Starts.</translation>
    </message>
    <message>
        <source>With the median it sets the log-normal law of the wait.</source>
        <translation>Mit dem Median bestimmt es die Log-Normalverteilung des Wartens.</translation>
    </message>
    <message>
        <source>With the median it sets the log-normal law of writes.</source>
        <translation>Mit dem Median bestimmt es die Log-Normalverteilung der Schreibzugriffe.</translation>
    </message>
    <message>
        <source>With the median it sets the log-normal law.</source>
        <translation>Mit dem Median bestimmt es die Log-Normalverteilung.</translation>
    </message>
    <message>
        <source>Without a run for so long the application stops, with its kept workers.</source>
        <translation>Ohne Lauf seit so langer Zeit hält die Anwendung an, mit ihren gehaltenen Workern.</translation>
    </message>
    <message>
        <source>Work for a record</source>
        <translation>Arbeit für einen Datensatz</translation>
    </message>
    <message>
        <source>Work of a query</source>
        <translation>Arbeit einer Abfrage</translation>
    </message>
    <message>
        <source>Work of a view</source>
        <translation>Arbeit einer Ansicht</translation>
    </message>
    <message>
        <source>Work of taken nodes done again</source>
        <translation>Wiederholte Arbeit entzogener Knoten</translation>
    </message>
    <message>
        <source>Work rate of a vCPU</source>
        <translation>Arbeitsrate einer vCPU</translation>
    </message>
    <message>
        <source>Worker type</source>
        <translation>Worker-Typ</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Workers are kept ready from the first run until the application stops.</source>
        <translation>Worker bleiben vom ersten Lauf bis zum Anhalten der Anwendung bereit.</translation>
    </message>
    <message>
        <source>Workers at the start, all in service; more than there are shards have nothing to read.</source>
        <translation>Worker am Anfang, alle in Betrieb; mehr, als es Shards gibt, haben nichts zu lesen.</translation>
    </message>
    <message>
        <source>Workers of a query</source>
        <translation>Worker einer Abfrage</translation>
    </message>
    <message>
        <source>Workers of each run, the one that holds the driver among them.</source>
        <translation>Worker jedes Laufs, der mit dem Driver eingeschlossen.</translation>
    </message>
    <message>
        <source>Workers of one instance</source>
        <translation>Worker einer Instanz</translation>
    </message>
    <message>
        <source>Workers of one pod</source>
        <translation>Worker eines Pods</translation>
    </message>
    <message>
        <source>Workers of one task</source>
        <translation>Worker eines Tasks</translation>
    </message>
    <message>
        <source>Workers of the Kinesis Client Library on instances: they share out shards by leases in a table.</source>
        <translation>Worker der Kinesis Client Library auf Instanzen: Sie teilen Shards durch Leases in einer Tabelle auf.</translation>
    </message>
    <message>
        <source>Workers, at least</source>
        <translation>Worker, mindestens</translation>
    </message>
    <message>
        <source>Workers, at most</source>
        <translation>Worker, höchstens</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Write and wait for the acknowledgement</source>
        <translation>Schreiben und auf die Bestätigung warten</translation>
    </message>
    <message>
        <source>Write bytes per shard</source>
        <translation>Schreibbytes pro Shard</translation>
    </message>
    <message>
        <source>Write capacity</source>
        <translation>Schreibkapazität</translation>
    </message>
    <message>
        <source>Write capacity hours</source>
        <translation>Schreibkapazitätsstunden</translation>
    </message>
    <message>
        <source>Write capacity hours, Standard-IA</source>
        <translation>Schreibkapazitätsstunden, Standard-IA</translation>
    </message>
    <message>
        <source>Write capacity of an index</source>
        <translation>Schreibkapazität eines Index</translation>
    </message>
    <message>
        <source>Write latency</source>
        <translation>Schreiblatenz</translation>
    </message>
    <message>
        <source>Write limit of one shard by count; a hot key is capped by it however many shards there are.</source>
        <translation>Schreiblimit eines Shards nach Anzahl; einen heißen Schlüssel begrenzt es, wie viele Shards es auch gibt.</translation>
    </message>
    <message>
        <source>Write limit of one shard by size, partition key included.</source>
        <translation>Schreiblimit eines Shards nach Größe, Partitionsschlüssel eingeschlossen.</translation>
    </message>
    <message>
        <source>Write units of one partition or key</source>
        <translation>Schreibeinheiten einer Partition oder eines Schlüssels</translation>
    </message>
    <message>
        <source>Write units of one table</source>
        <translation>Schreibeinheiten einer Tabelle</translation>
    </message>
    <message>
        <source>Write, vCPU time</source>
        <translation>Schreiben, vCPU-Zeit</translation>
    </message>
    <message>
        <source>Writes of one prefix</source>
        <translation>Schreibzugriffe eines Präfixes</translation>
    </message>
    <message>
        <source>Writes of the lease table</source>
        <translation>Schreibzugriffe auf die Lease-Tabelle</translation>
    </message>
    <message>
        <source>Writes per partition</source>
        <translation>Schreibzugriffe pro Partition</translation>
    </message>
    <message>
        <source>Writes per prefix</source>
        <translation>Schreibzugriffe pro Präfix</translation>
    </message>
    <message>
        <source>Writes that add an item</source>
        <translation>Schreibzugriffe, die ein Item hinzufügen</translation>
    </message>
    <message>
        <source>Writes that add data</source>
        <translation>Schreibzugriffe, die Daten hinzufügen</translation>
    </message>
    <message>
        <source>Writes that reach an index</source>
        <translation>Schreibzugriffe, die einen Index erreichen</translation>
    </message>
    <message>
        <source>Your own start-up</source>
        <translation>Eigener Anlauf</translation>
    </message>
    <message>
        <source>Zipf exponent of the popularity of the keys: 0 is uniform, higher values favour few keys.</source>
        <translation>Zipf-Exponent der Beliebtheit der Schlüssel: 0 ist gleichverteilt, höhere Werte begünstigen wenige Schlüssel.</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Zonen</translation>
    </message>
    <message>
        <source>Zones the servers are spread over evenly; what is in one alone is down with it.</source>
        <translation>Zonen, auf die die Server gleichmäßig verteilt sind; was nur in einer liegt, fällt mit ihr aus.</translation>
    </message>
    <message>
        <source>a</source>
        <translation>a</translation>
    </message>
    <message>
        <source>a comparison aid of this program</source>
        <translation>eine Vergleichshilfe dieses Programms</translation>
    </message>
    <message>
        <source>a shard answers 5 reads a second in all, so each reads less than once a second</source>
        <translation>ein Shard beantwortet insgesamt 5 Lesezugriffe pro Sekunde, sodass jeder seltener als einmal pro Sekunde liest</translation>
    </message>
    <message>
        <source>a shard of the table&apos;s stream takes 2 readers</source>
        <translation>ein Shard des Tabellen-Streams nimmt 2 Leser</translation>
    </message>
    <message>
        <source>action of 5 KB</source>
        <translation>Aktion von 5 KB</translation>
    </message>
    <message>
        <source>actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>advised</source>
        <translation>empfohlen</translation>
    </message>
    <message>
        <source>age of what was there</source>
        <translation>Alter des Vorhandenen</translation>
    </message>
    <message>
        <source>allocated</source>
        <translation>zugewiesen</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>applications</source>
        <translation>Anwendungen</translation>
    </message>
    <message>
        <source>arm64</source>
        <translation>arm64</translation>
    </message>
    <message>
        <source>as EC2&apos;s types of that name have it; look your class up</source>
        <translation>wie die gleichnamigen EC2-Typen; die eigene Klasse nachsehen</translation>
    </message>
    <message>
        <source>as On-Demand hours of the same price</source>
        <translation>als On-Demand-Stunden desselben Preises</translation>
    </message>
    <message>
        <source>asked for at once; units then start as they do when they scale</source>
        <translation>sofort angefragt; Einheiten starten dann wie beim Skalieren</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>b</source>
        <translation>b</translation>
    </message>
    <message>
        <source>backups</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>balancers</source>
        <translation>Load Balancer</translation>
    </message>
    <message>
        <source>base capacity</source>
        <translation>Grundkapazität</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>Batches</translation>
    </message>
    <message>
        <source>batches in steps of 64 KB</source>
        <translation>Batches in Schritten von 64 KB</translation>
    </message>
    <message>
        <source>beside what is included</source>
        <translation>neben dem Enthaltenen</translation>
    </message>
    <message>
        <source>beyond what is allocated</source>
        <translation>über das Zugewiesene hinaus</translation>
    </message>
    <message>
        <source>beyond what is included</source>
        <translation>über das Enthaltene hinaus</translation>
    </message>
    <message>
        <source>billed once</source>
        <translation>einmal berechnet</translation>
    </message>
    <message>
        <source>billed size</source>
        <translation>berechnete Größe</translation>
    </message>
    <message>
        <source>billed time of one invocation</source>
        <translation>berechnete Zeit eines Aufrufs</translation>
    </message>
    <message>
        <source>billed with each item, in the table and in each index</source>
        <translation>berechnet mit jedem Item, in der Tabelle und in jedem Index</translation>
    </message>
    <message>
        <source>billing granule</source>
        <translation>Abrechnungsschritt</translation>
    </message>
    <message>
        <source>broker-hour</source>
        <translation>Broker-Stunde</translation>
    </message>
    <message>
        <source>brokers</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>bytes of an answer</source>
        <translation>Bytes einer Antwort</translation>
    </message>
    <message>
        <source>bytes of the requests taken</source>
        <translation>Bytes der angenommenen Anfragen</translation>
    </message>
    <message>
        <source>bytes pushed to enhanced consumers</source>
        <translation>an Enhanced-Fan-out-Konsumenten gepushte Bytes</translation>
    </message>
    <message>
        <source>bytes read by all consumer groups</source>
        <translation>von allen Consumer Groups gelesene Bytes</translation>
    </message>
    <message>
        <source>bytes read by shared consumers</source>
        <translation>von gemeinsamen Konsumenten gelesene Bytes</translation>
    </message>
    <message>
        <source>bytes read that are older than the local retention</source>
        <translation>gelesene Bytes, die älter als die lokale Aufbewahrung sind</translation>
    </message>
    <message>
        <source>bytes stored</source>
        <translation>gespeicherte Bytes</translation>
    </message>
    <message>
        <source>bytes stored x copies x retention / brokers</source>
        <translation>gespeicherte Bytes x Kopien x Aufbewahrung / Broker</translation>
    </message>
    <message>
        <source>bytes stored, one copy</source>
        <translation>gespeicherte Bytes, eine Kopie</translation>
    </message>
    <message>
        <source>c</source>
        <translation>c</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>caches</source>
        <translation>Caches</translation>
    </message>
    <message>
        <source>call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>calls in steps of 64 KB</source>
        <translation>Aufrufe in Schritten von 64 KB</translation>
    </message>
    <message>
        <source>calls that succeeded</source>
        <translation>gelungene Aufrufe</translation>
    </message>
    <message>
        <source>calls/s</source>
        <translation>Aufrufe/s</translation>
    </message>
    <message>
        <source>capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>capacity of all instances</source>
        <translation>Kapazität aller Instanzen</translation>
    </message>
    <message>
        <source>capacity of one</source>
        <translation>Kapazität von einem</translation>
    </message>
    <message>
        <source>carried</source>
        <translation>bewältigt</translation>
    </message>
    <message>
        <source>carried / meant for it</source>
        <translation>bewältigt / dafür gedacht</translation>
    </message>
    <message>
        <source>ceil(demand / (one carries x target utilisation))</source>
        <translation>ceil(Bedarf / (einer trägt x Zielauslastung))</translation>
    </message>
    <message>
        <source>ceil(demand / one carries)</source>
        <translation>ceil(Bedarf / einer trägt)</translation>
    </message>
    <message>
        <source>change unit</source>
        <translation>Änderungseinheit</translation>
    </message>
    <message>
        <source>changes captured, by 1 KB of the item</source>
        <translation>erfasste Änderungen, je 1 KB des Items</translation>
    </message>
    <message>
        <source>changes/s</source>
        <translation>Änderungen/s</translation>
    </message>
    <message>
        <source>check-month</source>
        <translation>Prüfungsmonat</translation>
    </message>
    <message>
        <source>checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>cluster-hour</source>
        <translation>Cluster-Stunde</translation>
    </message>
    <message>
        <source>clusters</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>connected devices</source>
        <translation>verbundene Geräte</translation>
    </message>
    <message>
        <source>connection-minute</source>
        <translation>Verbindungsminute</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>connections/s</source>
        <translation>Verbindungen/s</translation>
    </message>
    <message>
        <source>consumer-shard-hour</source>
        <translation>Konsumenten-Shard-Stunde</translation>
    </message>
    <message>
        <source>consumers</source>
        <translation>Konsumenten</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>counts once it is older than</source>
        <translation>zählt, wenn es älter ist als</translation>
    </message>
    <message>
        <source>data added</source>
        <translation>hinzugefügte Daten</translation>
    </message>
    <message>
        <source>data at the start</source>
        <translation>Daten am Anfang</translation>
    </message>
    <message>
        <source>data kept</source>
        <translation>behaltene Daten</translation>
    </message>
    <message>
        <source>data nodes</source>
        <translation>Datenknoten</translation>
    </message>
    <message>
        <source>data written</source>
        <translation>geschriebene Daten</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>deletes</source>
        <translation>Löschungen</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>geliefert</translation>
    </message>
    <message>
        <source>deliveries</source>
        <translation>Lieferungen</translation>
    </message>
    <message>
        <source>deliveries lost</source>
        <translation>verlorene Lieferungen</translation>
    </message>
    <message>
        <source>demand</source>
        <translation>Bedarf</translation>
    </message>
    <message>
        <source>depends on definition and payload</source>
        <translation>hängt von Definition und Payload ab</translation>
    </message>
    <message>
        <source>depends on engine and statements</source>
        <translation>hängt von Engine und Anweisungen ab</translation>
    </message>
    <message>
        <source>depends on model and image, nothing is published; measure yours</source>
        <translation>hängt von Modell und Image ab, nichts ist veröffentlicht; selbst messen</translation>
    </message>
    <message>
        <source>depends on schema, indexes and statements; measure yours</source>
        <translation>hängt von Schema, Indizes und Anweisungen ab; selbst messen</translation>
    </message>
    <message>
        <source>depends on the columns</source>
        <translation>hängt von den Spalten ab</translation>
    </message>
    <message>
        <source>depends on the engine and the key</source>
        <translation>hängt von der Engine und dem Schlüssel ab</translation>
    </message>
    <message>
        <source>depends on the image and on the health check; measure yours</source>
        <translation>hängt vom Image und von der Zustandsprüfung ab; selbst messen</translation>
    </message>
    <message>
        <source>depends on the image and on the readiness probe; measure yours</source>
        <translation>hängt vom Image und von der Readiness Probe ab; selbst messen</translation>
    </message>
    <message>
        <source>depends on the kind of target</source>
        <translation>hängt von der Art des Ziels ab</translation>
    </message>
    <message>
        <source>depends on the network of the caller</source>
        <translation>hängt vom Netzwerk des Aufrufers ab</translation>
    </message>
    <message>
        <source>depends on the node type</source>
        <translation>hängt vom Knotentyp ab</translation>
    </message>
    <message>
        <source>depends on the node type and on the memory kept back</source>
        <translation>hängt vom Knotentyp und vom zurückgehaltenen Arbeitsspeicher ab</translation>
    </message>
    <message>
        <source>depends on the query</source>
        <translation>hängt von der Abfrage ab</translation>
    </message>
    <message>
        <source>depends on the query and how the table is partitioned</source>
        <translation>hängt von der Abfrage und der Partitionierung der Tabelle ab</translation>
    </message>
    <message>
        <source>depends on the table; set what yours is</source>
        <translation>hängt von der Tabelle ab; die eigene setzen</translation>
    </message>
    <message>
        <source>depends on the workflow</source>
        <translation>hängt vom Workflow ab</translation>
    </message>
    <message>
        <source>depends on where the users are</source>
        <translation>hängt davon ab, wo die Benutzer sind</translation>
    </message>
    <message>
        <source>depends on where your clients are</source>
        <translation>hängt davon ab, wo die eigenen Clients sind</translation>
    </message>
    <message>
        <source>depends on who asks</source>
        <translation>hängt davon ab, wer fragt</translation>
    </message>
    <message>
        <source>depends on your application; measure it</source>
        <translation>hängt von der eigenen Anwendung ab; messen</translation>
    </message>
    <message>
        <source>depends on your clients</source>
        <translation>hängt von den eigenen Clients ab</translation>
    </message>
    <message>
        <source>depends on your data</source>
        <translation>hängt von den eigenen Daten ab</translation>
    </message>
    <message>
        <source>depends on your data; 100 assumes no compression</source>
        <translation>hängt von den eigenen Daten ab; 100 nimmt keine Kompression an</translation>
    </message>
    <message>
        <source>depends on your data; 100 changes nothing</source>
        <translation>hängt von den eigenen Daten ab; 100 ändert nichts</translation>
    </message>
    <message>
        <source>depends on your dataset and dashboards</source>
        <translation>hängt vom eigenen Dataset und den Dashboards ab</translation>
    </message>
    <message>
        <source>depends on your function</source>
        <translation>hängt von der eigenen Funktion ab</translation>
    </message>
    <message>
        <source>depends on your items; 100 is the largest bill</source>
        <translation>hängt von den eigenen Items ab; 100 ist die größte Rechnung</translation>
    </message>
    <message>
        <source>depends on your keys; 100 is the largest bill</source>
        <translation>hängt von den eigenen Schlüsseln ab; 100 ist die größte Rechnung</translation>
    </message>
    <message>
        <source>depends on your projections; 100 projects all attributes</source>
        <translation>hängt von den eigenen Projektionen ab; 100 projiziert alle Attribute</translation>
    </message>
    <message>
        <source>depends on your readers</source>
        <translation>hängt von den eigenen Lesern ab</translation>
    </message>
    <message>
        <source>devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>disk of a node</source>
        <translation>Festplatte eines Knotens</translation>
    </message>
    <message>
        <source>disk of a task above 20 GB</source>
        <translation>Festplatte eines Tasks über 20 GB</translation>
    </message>
    <message>
        <source>documents/s</source>
        <translation>Dokumente/s</translation>
    </message>
    <message>
        <source>each record rounded up to 1 KB</source>
        <translation>jeder Datensatz auf 1 KB aufgerundet</translation>
    </message>
    <message>
        <source>endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>engine, driver and keep-alive decide</source>
        <translation>Engine, Treiber und Keep-alive entscheiden</translation>
    </message>
    <message>
        <source>enhanced consumers</source>
        <translation>Enhanced-Fan-out-Konsumenten</translation>
    </message>
    <message>
        <source>environments</source>
        <translation>Umgebungen</translation>
    </message>
    <message>
        <source>evaluations/s</source>
        <translation>Auswertungen/s</translation>
    </message>
    <message>
        <source>evenly spread over the retention</source>
        <translation>gleichmäßig über die Aufbewahrung verteilt</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>event of 64 KB</source>
        <translation>Ereignis von 64 KB</translation>
    </message>
    <message>
        <source>event of 8 KB</source>
        <translation>Ereignis von 8 KB</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>events in steps of 64 KB</source>
        <translation>Ereignisse in Schritten von 64 KB</translation>
    </message>
    <message>
        <source>events in steps of 8 KB</source>
        <translation>Ereignisse in Schritten von 8 KB</translation>
    </message>
    <message>
        <source>execution</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>executions</source>
        <translation>Ausführungen</translation>
    </message>
    <message>
        <source>executions/s</source>
        <translation>Ausführungen/s</translation>
    </message>
    <message>
        <source>feature-month</source>
        <translation>Funktionsmonat</translation>
    </message>
    <message>
        <source>fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>flows</source>
        <translation>Flows</translation>
    </message>
    <message>
        <source>flows in</source>
        <translation>kommt herein</translation>
    </message>
    <message>
        <source>flows/s</source>
        <translation>Flows/s</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>found / at most - 1</source>
        <translation>gefunden / höchstens - 1</translation>
    </message>
    <message>
        <source>free allowance used</source>
        <translation>Freikontingent verbraucht</translation>
    </message>
    <message>
        <source>functions</source>
        <translation>Funktionen</translation>
    </message>
    <message>
        <source>give some of them enhanced fan-out</source>
        <translation>einigen davon Enhanced Fan-out geben</translation>
    </message>
    <message>
        <source>gp2</source>
        <translation>gp2</translation>
    </message>
    <message>
        <source>gp3</source>
        <translation>gp3</translation>
    </message>
    <message>
        <source>gp3 operations below 400 GiB</source>
        <translation>gp3-Operationen unter 400 GiB</translation>
    </message>
    <message>
        <source>gp3 operations from 400 GiB</source>
        <translation>gp3-Operationen ab 400 GiB</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>hosted zones</source>
        <translation>gehostete Zonen</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>how it decides is not published</source>
        <translation>wie entschieden wird, ist nicht veröffentlicht</translation>
    </message>
    <message>
        <source>how it grows is not published; look at the metric of your API</source>
        <translation>wie es wächst, ist nicht veröffentlicht; die Metrik der eigenen API ansehen</translation>
    </message>
    <message>
        <source>how many seconds is not published</source>
        <translation>wie viele Sekunden, ist nicht veröffentlicht</translation>
    </message>
    <message>
        <source>in steps of 5 KB</source>
        <translation>in Schritten von 5 KB</translation>
    </message>
    <message>
        <source>index for a byte of documents</source>
        <translation>Index für ein Byte Dokumente</translation>
    </message>
    <message>
        <source>indexes</source>
        <translation>Indizes</translation>
    </message>
    <message>
        <source>inflow x retention</source>
        <translation>Zufluss x Aufbewahrung</translation>
    </message>
    <message>
        <source>instance-hour</source>
        <translation>Instanzstunde</translation>
    </message>
    <message>
        <source>instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>instances, those starting included</source>
        <translation>Instanzen, startende eingeschlossen</translation>
    </message>
    <message>
        <source>invocation</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>invocations</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>invocations x billed time x memory</source>
        <translation>Aufrufe x berechnete Zeit x Arbeitsspeicher</translation>
    </message>
    <message>
        <source>invocations/s</source>
        <translation>Aufrufe/s</translation>
    </message>
    <message>
        <source>item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>items</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>items live</source>
        <translation>Items gelten</translation>
    </message>
    <message>
        <source>items that fit</source>
        <translation>Items, die passen</translation>
    </message>
    <message>
        <source>items written</source>
        <translation>geschriebene Items</translation>
    </message>
    <message>
        <source>items x (item bytes + overhead) x share that is new, and what the indexes hold of them</source>
        <translation>Items x (Item-Bytes + Aufschlag) x Anteil, der neu ist, und was die Indizes davon enthalten</translation>
    </message>
    <message>
        <source>job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>jobs/s</source>
        <translation>Jobs/s</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>kept after the local retention</source>
        <translation>nach der lokalen Aufbewahrung behalten</translation>
    </message>
    <message>
        <source>kept for</source>
        <translation>behalten für</translation>
    </message>
    <message>
        <source>kept on one broker</source>
        <translation>auf einem Broker behalten</translation>
    </message>
    <message>
        <source>largest of the needs</source>
        <translation>der größte Bedarf</translation>
    </message>
    <message>
        <source>lease renewals and checkpoints</source>
        <translation>Lease-Erneuerungen und Checkpoints</translation>
    </message>
    <message>
        <source>let one reader fan out, or copy the changes to a Kinesis stream</source>
        <translation>einen Leser verteilen lassen oder die Änderungen in einen Kinesis-Stream kopieren</translation>
    </message>
    <message>
        <source>line</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>line x (1 - record / billed size)</source>
        <translation>Posten x (1 - Datensatz / berechnete Größe)</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>geladen</translation>
    </message>
    <message>
        <source>looked at by filters</source>
        <translation>von Filtern betrachtet</translation>
    </message>
    <message>
        <source>looks</source>
        <translation>Blicke</translation>
    </message>
    <message>
        <source>lookups</source>
        <translation>Namensabfragen</translation>
    </message>
    <message>
        <source>master nodes</source>
        <translation>Master-Knoten</translation>
    </message>
    <message>
        <source>master nodes of the type</source>
        <translation>Master-Knoten des Typs</translation>
    </message>
    <message>
        <source>mean demand</source>
        <translation>mittlerer Bedarf</translation>
    </message>
    <message>
        <source>mean demand / capacity</source>
        <translation>mittlerer Bedarf / Kapazität</translation>
    </message>
    <message>
        <source>mean demand x busiest share / capacity of one</source>
        <translation>mittlerer Bedarf x Anteil des am meisten belasteten / Kapazität von einem</translation>
    </message>
    <message>
        <source>mean object</source>
        <translation>mittleres Objekt</translation>
    </message>
    <message>
        <source>meant for it</source>
        <translation>dafür gedacht</translation>
    </message>
    <message>
        <source>measure yours</source>
        <translation>selbst messen</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>memory of a pod, with what Fargate adds</source>
        <translation>Arbeitsspeicher eines Pods, mit dem Zuschlag von Fargate</translation>
    </message>
    <message>
        <source>memory of a task</source>
        <translation>Arbeitsspeicher eines Tasks</translation>
    </message>
    <message>
        <source>memory, in steps of 64 MB</source>
        <translation>Arbeitsspeicher, in Schritten von 64 MB</translation>
    </message>
    <message>
        <source>message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>message of 5 KB</source>
        <translation>Nachricht von 5 KB</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>messages dead-lettered</source>
        <translation>in die Dead-Letter-Queue gegangene Nachrichten</translation>
    </message>
    <message>
        <source>messages delivered</source>
        <translation>gelieferte Nachrichten</translation>
    </message>
    <message>
        <source>messages in steps of 5 KB</source>
        <translation>Nachrichten in Schritten von 5 KB</translation>
    </message>
    <message>
        <source>messages sent back</source>
        <translation>zurückgeschickte Nachrichten</translation>
    </message>
    <message>
        <source>messages that a rule took</source>
        <translation>Nachrichten, die eine Regel nahm</translation>
    </message>
    <message>
        <source>messages/s</source>
        <translation>Nachrichten/s</translation>
    </message>
    <message>
        <source>million</source>
        <translation>Million</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>node-hour</source>
        <translation>Knotenstunde</translation>
    </message>
    <message>
        <source>node-second</source>
        <translation>Knotensekunde</translation>
    </message>
    <message>
        <source>nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>nicht veröffentlicht</translation>
    </message>
    <message>
        <source>not published; calibrate with a load of yours</source>
        <translation>nicht veröffentlicht; mit einer eigenen Last kalibrieren</translation>
    </message>
    <message>
        <source>not published; measure yours</source>
        <translation>nicht veröffentlicht; selbst messen</translation>
    </message>
    <message>
        <source>not published; of functions 10 to 60 minutes are measured</source>
        <translation>nicht veröffentlicht; für Funktionen sind 10 bis 60 Minuten gemessen</translation>
    </message>
    <message>
        <source>not published; one to two minutes are reported</source>
        <translation>nicht veröffentlicht; berichtet werden ein bis zwei Minuten</translation>
    </message>
    <message>
        <source>not published; serverless shows no slices</source>
        <translation>nicht veröffentlicht; Serverless zeigt keine Slices</translation>
    </message>
    <message>
        <source>not published; taken between 4 and 8 minutes. Depends on image and model</source>
        <translation>nicht veröffentlicht; zwischen 4 und 8 Minuten angenommen. Hängt von Image und Modell ab</translation>
    </message>
    <message>
        <source>not published; taken from the one poll a second of other stream readers</source>
        <translation>nicht veröffentlicht; von dem einen Poll pro Sekunde anderer Stream-Leser übernommen</translation>
    </message>
    <message>
        <source>not published; third parties say 15 to 30 s</source>
        <translation>nicht veröffentlicht; Dritte nennen 15 bis 30 s</translation>
    </message>
    <message>
        <source>not published; your queries decide</source>
        <translation>nicht veröffentlicht; die eigenen Abfragen entscheiden</translation>
    </message>
    <message>
        <source>not scaled to the month</source>
        <translation>nicht auf den Monat hochgerechnet</translation>
    </message>
    <message>
        <source>notification</source>
        <translation>Benachrichtigung</translation>
    </message>
    <message>
        <source>object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>objects read</source>
        <translation>gelesene Objekte</translation>
    </message>
    <message>
        <source>objects written</source>
        <translation>geschriebene Objekte</translation>
    </message>
    <message>
        <source>of it cold starts</source>
        <translation>davon Kaltstarts</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>angeboten</translation>
    </message>
    <message>
        <source>offered there</source>
        <translation>dort angeboten</translation>
    </message>
    <message>
        <source>offered there / offered</source>
        <translation>dort angeboten / angeboten</translation>
    </message>
    <message>
        <source>offered x share of the hottest key</source>
        <translation>angeboten x Anteil des heißesten Schlüssels</translation>
    </message>
    <message>
        <source>one carries</source>
        <translation>einer trägt</translation>
    </message>
    <message>
        <source>one is the least that survives a node</source>
        <translation>einer ist das Wenigste, was den Ausfall eines Knotens übersteht</translation>
    </message>
    <message>
        <source>one partition gives</source>
        <translation>eine Partition gibt</translation>
    </message>
    <message>
        <source>one zone or the next; measure yours</source>
        <translation>eine Zone oder die nächste; selbst messen</translation>
    </message>
    <message>
        <source>operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>over the objective</source>
        <translation>über dem Ziel</translation>
    </message>
    <message>
        <source>overhead an item</source>
        <translation>Aufschlag pro Item</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>pages read and writes</source>
        <translation>Lesen und Schreiben von Seiten</translation>
    </message>
    <message>
        <source>paid for rounding</source>
        <translation>für Rundung bezahlt</translation>
    </message>
    <message>
        <source>partition-hour</source>
        <translation>Partitionsstunde</translation>
    </message>
    <message>
        <source>partitions</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>partitions of a broker</source>
        <translation>Partitionen eines Brokers</translation>
    </message>
    <message>
        <source>partitions x copies / brokers</source>
        <translation>Partitionen x Kopien / Broker</translation>
    </message>
    <message>
        <source>parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>people</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>per day</source>
        <translation>pro Tag</translation>
    </message>
    <message>
        <source>per second x 86,400</source>
        <translation>pro Sekunde x 86.400</translation>
    </message>
    <message>
        <source>pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>pods, each from its pull for a minute at least</source>
        <translation>Pods, jeder ab seinem Ziehen mindestens eine Minute</translation>
    </message>
    <message>
        <source>pods/s</source>
        <translation>Pods/s</translation>
    </message>
    <message>
        <source>points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>points of a minute are documented, how many an alarm takes is not; look up yours</source>
        <translation>Punkte einer Minute sind dokumentiert, wie viele ein Alarm nimmt, nicht; den eigenen nachsehen</translation>
    </message>
    <message>
        <source>policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>practitioners tell of about 4 h, AWS gives no figure: </source>
        <translation>Praktiker berichten von etwa 4 h, AWS nennt keine Zahl: </translation>
    </message>
    <message>
        <source>practitioners tell of seconds to a minute of age at such a time, AWS gives no figure</source>
        <translation>Praktiker berichten dann von Sekunden bis zu einer Minute Alter, AWS nennt keine Zahl</translation>
    </message>
    <message>
        <source>prefixes</source>
        <translation>Präfixe</translation>
    </message>
    <message>
        <source>primary and replicas</source>
        <translation>Primärknoten und Replikate</translation>
    </message>
    <message>
        <source>provisioned concurrency</source>
        <translation>bereitgestellte Parallelität</translation>
    </message>
    <message>
        <source>publish calls</source>
        <translation>Veröffentlichungsaufrufe</translation>
    </message>
    <message>
        <source>published</source>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <source>quantity x price</source>
        <translation>Menge x Preis</translation>
    </message>
    <message>
        <source>queries</source>
        <translation>Abfragen</translation>
    </message>
    <message>
        <source>queries/s</source>
        <translation>Abfragen/s</translation>
    </message>
    <message>
        <source>query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>queues</source>
        <translation>Warteschlangen</translation>
    </message>
    <message>
        <source>raise {limit}</source>
        <translation>{limit} erhöhen</translation>
    </message>
    <message>
        <source>rate(5 minutes).</source>
        <translation>rate(5 minutes).</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>read capacity units</source>
        <translation>Lesekapazitätseinheiten</translation>
    </message>
    <message>
        <source>read request unit</source>
        <translation>Leseanfrageeinheit</translation>
    </message>
    <message>
        <source>read request units</source>
        <translation>Leseanfrageeinheiten</translation>
    </message>
    <message>
        <source>read, each query in steps of 1 MB, 10 MB at least</source>
        <translation>gelesen, jede Abfrage in Schritten von 1 MB, mindestens 10 MB</translation>
    </message>
    <message>
        <source>readers</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>Lesezugriffe</translation>
    </message>
    <message>
        <source>reads/s</source>
        <translation>Lesezugriffe/s</translation>
    </message>
    <message>
        <source>received as often as allowed and not deleted</source>
        <translation>so oft wie erlaubt empfangen und nicht gelöscht</translation>
    </message>
    <message>
        <source>receives</source>
        <translation>Empfänge</translation>
    </message>
    <message>
        <source>receives without room</source>
        <translation>Empfänge ohne Platz</translation>
    </message>
    <message>
        <source>record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>records read again</source>
        <translation>erneut gelesene Datensätze</translation>
    </message>
    <message>
        <source>records stored</source>
        <translation>gespeicherte Datensätze</translation>
    </message>
    <message>
        <source>records x mean of ceil(record bytes / 25 KB)</source>
        <translation>Datensätze x Mittelwert von ceil(Datensatz-Bytes / 25 KB)</translation>
    </message>
    <message>
        <source>records x record rounded up to 5 KB</source>
        <translation>Datensätze x auf 5 KB aufgerundeter Datensatz</translation>
    </message>
    <message>
        <source>records/s</source>
        <translation>Datensätze/s</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>refused / offered</source>
        <translation>abgewiesen / angeboten</translation>
    </message>
    <message>
        <source>refused or waiting / offered</source>
        <translation>abgewiesen oder wartend / angeboten</translation>
    </message>
    <message>
        <source>replicas</source>
        <translation>Replikate</translation>
    </message>
    <message>
        <source>replication is asynchronous; AWS states no time</source>
        <translation>Die Replikation ist asynchron; AWS nennt keine Zeit</translation>
    </message>
    <message>
        <source>request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>request of 64 KB</source>
        <translation>Anfrage von 64 KB</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>requests a node</source>
        <translation>Anfragen pro Knoten</translation>
    </message>
    <message>
        <source>requests n with sum of p (1 - e^(-p n)) = 0.9 x hits, over their rate</source>
        <translation>Anfragen n mit Summe von p (1 - e^(-p n)) = 0,9 x Treffer, geteilt durch ihre Rate</translation>
    </message>
    <message>
        <source>requests of the pods; look up yours</source>
        <translation>Anforderungen der Pods; die eigenen nachsehen</translation>
    </message>
    <message>
        <source>requests that read</source>
        <translation>lesende Anfragen</translation>
    </message>
    <message>
        <source>requests that write</source>
        <translation>schreibende Anfragen</translation>
    </message>
    <message>
        <source>requests, each in steps of 1 KB</source>
        <translation>Anfragen, jede in Schritten von 1 KB</translation>
    </message>
    <message>
        <source>requests/s</source>
        <translation>Anfragen/s</translation>
    </message>
    <message>
        <source>reserved capacity</source>
        <translation>reservierte Kapazität</translation>
    </message>
    <message>
        <source>resolvers</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>retention beyond 24 h</source>
        <translation>Aufbewahrung über 24 h hinaus</translation>
    </message>
    <message>
        <source>retention beyond 7 days</source>
        <translation>Aufbewahrung über 7 Tage hinaus</translation>
    </message>
    <message>
        <source>retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>runs that work, on average</source>
        <translation>arbeitende Läufe, im Mittel</translation>
    </message>
    <message>
        <source>runs that work, on average, a minute each at least</source>
        <translation>arbeitende Läufe, im Mittel, jeder mindestens eine Minute</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>s/GB</source>
        <translation>s/GB</translation>
    </message>
    <message>
        <source>s/s</source>
        <translation>s/s</translation>
    </message>
    <message>
        <source>schedules</source>
        <translation>Zeitpläne</translation>
    </message>
    <message>
        <source>second</source>
        <translation>Sekunde</translation>
    </message>
    <message>
        <source>sends</source>
        <translation>Sendungen</translation>
    </message>
    <message>
        <source>sends + receives + deletes, by 64 KB chunk</source>
        <translation>Senden + Empfangen + Löschen, je 64-KB-Stück</translation>
    </message>
    <message>
        <source>server-hour</source>
        <translation>Serverstunde</translation>
    </message>
    <message>
        <source>servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>shard-hour</source>
        <translation>Shard-Stunde</translation>
    </message>
    <message>
        <source>shards</source>
        <translation>Shards</translation>
    </message>
    <message>
        <source>share not done</source>
        <translation>nicht getaner Anteil</translation>
    </message>
    <message>
        <source>share of reads that hit</source>
        <translation>Trefferanteil der Lesezugriffe</translation>
    </message>
    <message>
        <source>share of the fullest part</source>
        <translation>Anteil des vollsten Teils</translation>
    </message>
    <message>
        <source>share of the hottest key</source>
        <translation>Anteil des heißesten Schlüssels</translation>
    </message>
    <message>
        <source>share of the time billed, a minute at least each time</source>
        <translation>Anteil der berechneten Zeit, jedes Mal mindestens eine Minute</translation>
    </message>
    <message>
        <source>share of the time that the application is up</source>
        <translation>Anteil der Zeit, die die Anwendung läuft</translation>
    </message>
    <message>
        <source>share of the time the cluster exists</source>
        <translation>Anteil der Zeit, die der Cluster existiert</translation>
    </message>
    <message>
        <source>share of the work carried</source>
        <translation>Anteil der bewältigten Arbeit</translation>
    </message>
    <message>
        <source>share refused</source>
        <translation>abgewiesener Anteil</translation>
    </message>
    <message>
        <source>share that is new</source>
        <translation>Anteil, der neu ist</translation>
    </message>
    <message>
        <source>size after loading</source>
        <translation>Größe nach dem Laden</translation>
    </message>
    <message>
        <source>slots</source>
        <translation>Slots</translation>
    </message>
    <message>
        <source>snapshots</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>snapshots kept</source>
        <translation>aufbewahrte Snapshots</translation>
    </message>
    <message>
        <source>so that 185 tries take a little less than the 24 hours</source>
        <translation>sodass 185 Versuche etwas weniger als die 24 Stunden brauchen</translation>
    </message>
    <message>
        <source>spot discount on task nodes</source>
        <translation>Spot-Nachlass auf Task-Knoten</translation>
    </message>
    <message>
        <source>spot prices are not in the price book: billed as on-demand hours x (1 - discount)</source>
        <translation>Spot-Preise stehen nicht im Preisbuch: berechnet als On-Demand-Stunden x (1 - Nachlass)</translation>
    </message>
    <message>
        <source>stages are tried again; how much that is depends on your job</source>
        <translation>Stufen werden erneut versucht; wie viel das ist, hängt vom eigenen Job ab</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>states</source>
        <translation>Zustände</translation>
    </message>
    <message>
        <source>still waits ({waiting})</source>
        <translation>wartet noch ({waiting})</translation>
    </message>
    <message>
        <source>storage beyond 512 MB</source>
        <translation>Speicher über 512 MB hinaus</translation>
    </message>
    <message>
        <source>storage of a KPU</source>
        <translation>Speicher einer KPU</translation>
    </message>
    <message>
        <source>storage of a broker</source>
        <translation>Speicher eines Brokers</translation>
    </message>
    <message>
        <source>stored when steady</source>
        <translation>gespeichert, eingeschwungen</translation>
    </message>
    <message>
        <source>stored, as a share of a month</source>
        <translation>gespeichert, als Anteil eines Monats</translation>
    </message>
    <message>
        <source>stream read unit</source>
        <translation>Stream-Leseeinheit</translation>
    </message>
    <message>
        <source>stream-hour</source>
        <translation>Stream-Stunde</translation>
    </message>
    <message>
        <source>streams</source>
        <translation>Streams</translation>
    </message>
    <message>
        <source>subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>subtasks</source>
        <translation>Subtasks</translation>
    </message>
    <message>
        <source>sum of the tiers, rounded once</source>
        <translation>Summe der Stufen, einmal gerundet</translation>
    </message>
    <message>
        <source>sum over keys of p (1 - e^(-p T)), H. Che et al. 2002</source>
        <translation>Summe über die Schlüssel von p (1 - e^(-p T)), H. Che et al. 2002</translation>
    </message>
    <message>
        <source>tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>target utilisation</source>
        <translation>Zielauslastung</translation>
    </message>
    <message>
        <source>targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>tasks</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>tasks, each from its pull for a minute at least</source>
        <translation>Tasks, jeder ab seinem Ziehen mindestens eine Minute</translation>
    </message>
    <message>
        <source>tasks/s</source>
        <translation>Tasks/s</translation>
    </message>
    <message>
        <source>the alarms that target tracking makes are not documented as fixed; look up yours</source>
        <translation>die Alarme einer Zielverfolgung sind nicht als fest dokumentiert; die eigenen nachsehen</translation>
    </message>
    <message>
        <source>the distance of two zones; measure yours</source>
        <translation>die Entfernung zweier Zonen; selbst messen</translation>
    </message>
    <message>
        <source>the largest of the dimensions</source>
        <translation>die größte der Dimensionen</translation>
    </message>
    <message>
        <source>the mode these classes run in is set by AWS</source>
        <translation>in welchem Modus diese Klassen laufen, setzt AWS</translation>
    </message>
    <message>
        <source>the plans differ</source>
        <translation>die Pläne unterscheiden sich</translation>
    </message>
    <message>
        <source>the range is AWS&apos;s, the default is not in it: </source>
        <translation>der Bereich ist von AWS, die Vorgabe nicht darin: </translation>
    </message>
    <message>
        <source>the rest is for others and for headers</source>
        <translation>der Rest ist für anderes und für Header</translation>
    </message>
    <message>
        <source>the speed of a step is not published</source>
        <translation>die Geschwindigkeit eines Schritts ist nicht veröffentlicht</translation>
    </message>
    <message>
        <source>the table without its indexes grows by</source>
        <translation>die Tabelle ohne ihre Indizes wächst um</translation>
    </message>
    <message>
        <source>there at the start</source>
        <translation>am Anfang vorhanden</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>throughput of a broker above 250 MiB/s</source>
        <translation>Durchsatz eines Brokers über 250 MiB/s</translation>
    </message>
    <message>
        <source>throughput of a volume above 125 MiB/s</source>
        <translation>Durchsatz eines Volumes über 125 MiB/s</translation>
    </message>
    <message>
        <source>tiers already filled by other components</source>
        <translation>Stufen, die andere Komponenten schon gefüllt haben</translation>
    </message>
    <message>
        <source>time mean held</source>
        <translation>im zeitlichen Mittel gehalten</translation>
    </message>
    <message>
        <source>time mean held / capacity</source>
        <translation>im zeitlichen Mittel gehalten / Kapazität</translation>
    </message>
    <message>
        <source>time of executions, each in steps of 100 ms</source>
        <translation>Zeit der Ausführungen, jede in Schritten von 100 ms</translation>
    </message>
    <message>
        <source>time of one, to the millisecond</source>
        <translation>Zeit von einer, auf die Millisekunde</translation>
    </message>
    <message>
        <source>time that shards were blocked</source>
        <translation>Zeit, die Shards blockiert waren</translation>
    </message>
    <message>
        <source>time that the change takes</source>
        <translation>Zeit, die die Änderung braucht</translation>
    </message>
    <message>
        <source>time until 90% of the hits are back</source>
        <translation>Zeit, bis 90% der Treffer zurück sind</translation>
    </message>
    <message>
        <source>times the load behind an empty cache</source>
        <translation>Vielfaches der Last hinter einem leeren Cache</translation>
    </message>
    <message>
        <source>timings of the autoscaler; look up yours</source>
        <translation>Zeiten des Autoscalers; die eigenen nachsehen</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>Token/s</translation>
    </message>
    <message>
        <source>transition</source>
        <translation>Übergang</translation>
    </message>
    <message>
        <source>transitions</source>
        <translation>Übergänge</translation>
    </message>
    <message>
        <source>transitions of executions, retries included</source>
        <translation>Übergänge der Ausführungen, Wiederholungen eingeschlossen</translation>
    </message>
    <message>
        <source>transitions of the children of Map states</source>
        <translation>Übergänge der Kinder von Map-Zuständen</translation>
    </message>
    <message>
        <source>transitions/s</source>
        <translation>Übergänge/s</translation>
    </message>
    <message>
        <source>tried as often as allowed, in vain</source>
        <translation>so oft wie erlaubt versucht, vergeblich</translation>
    </message>
    <message>
        <source>tries that came to nothing</source>
        <translation>vergebliche Versuche</translation>
    </message>
    <message>
        <source>unit of 1 KB</source>
        <translation>Einheit von 1 KB</translation>
    </message>
    <message>
        <source>unit of 25 KB</source>
        <translation>Einheit von 25 KB</translation>
    </message>
    <message>
        <source>units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>units/s</source>
        <translation>Einheiten/s</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>Aktualisierungen</translation>
    </message>
    <message>
        <source>updates of an operation</source>
        <translation>Aktualisierungen einer Operation</translation>
    </message>
    <message>
        <source>us</source>
        <translation>us</translation>
    </message>
    <message>
        <source>user-month</source>
        <translation>Benutzermonat</translation>
    </message>
    <message>
        <source>users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>vCPU</source>
        <translation>vCPU</translation>
    </message>
    <message>
        <source>vCPU for each active shard, to start with</source>
        <translation>vCPU für jeden aktiven Shard, für den Anfang</translation>
    </message>
    <message>
        <source>vCPU hours on Spot, as On-Demand hours of the same price, Arm</source>
        <translation>vCPU-Stunden auf Spot, als On-Demand-Stunden desselben Preises, Arm</translation>
    </message>
    <message>
        <source>vCPU hours on Spot, as On-Demand hours of the same price, x86</source>
        <translation>vCPU-Stunden auf Spot, als On-Demand-Stunden desselben Preises, x86</translation>
    </message>
    <message>
        <source>vCPU hours, Arm</source>
        <translation>vCPU-Stunden, Arm</translation>
    </message>
    <message>
        <source>vCPU hours, x86</source>
        <translation>vCPU-Stunden, x86</translation>
    </message>
    <message>
        <source>vCPU of a job</source>
        <translation>vCPU eines Jobs</translation>
    </message>
    <message>
        <source>vCPU of a pod</source>
        <translation>vCPU eines Pods</translation>
    </message>
    <message>
        <source>vCPU of a task</source>
        <translation>vCPU eines Tasks</translation>
    </message>
    <message>
        <source>vCPU of a worker</source>
        <translation>vCPU eines Workers</translation>
    </message>
    <message>
        <source>vCPU share earned</source>
        <translation>Verdienter vCPU-Anteil</translation>
    </message>
    <message>
        <source>vCPU time saved up, at most</source>
        <translation>Angesparte vCPU-Zeit, höchstens</translation>
    </message>
    <message>
        <source>vCPU time to apply a write on a replica, of what it took on the primary; one after the other.</source>
        <translation>vCPU-Zeit, um einen Schreibzugriff auf einem Replikat anzuwenden, von der auf dem Primärknoten; einer nach dem anderen.</translation>
    </message>
    <message>
        <source>vCPU time, law</source>
        <translation>vCPU-Zeit, Gesetz</translation>
    </message>
    <message>
        <source>vCPU, at least</source>
        <translation>vCPU, mindestens</translation>
    </message>
    <message>
        <source>vCPU, at most</source>
        <translation>vCPU, höchstens</translation>
    </message>
    <message>
        <source>vCPU-hour</source>
        <translation>vCPU-Stunde</translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation>vCPUs</translation>
    </message>
    <message>
        <source>vCPUs beyond what the class earns</source>
        <translation>vCPUs über das hinaus, was die Klasse verdient</translation>
    </message>
    <message>
        <source>vCPUs of a unit</source>
        <translation>vCPUs einer Einheit</translation>
    </message>
    <message>
        <source>vCPUs of one ACU</source>
        <translation>vCPUs einer ACU</translation>
    </message>
    <message>
        <source>vCPUs of one NCU</source>
        <translation>vCPUs einer NCU</translation>
    </message>
    <message>
        <source>vCPUs of the class</source>
        <translation>vCPUs der Klasse</translation>
    </message>
    <message>
        <source>vCPUs of the primary, 2 at least</source>
        <translation>vCPUs des Primärknotens, mindestens 2</translation>
    </message>
    <message>
        <source>vCPUs, memory and the price of an hour.</source>
        <translation>vCPUs, Arbeitsspeicher und der Preis einer Stunde.</translation>
    </message>
    <message>
        <source>view</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>views of a session</source>
        <translation>Ansichten einer Sitzung</translation>
    </message>
    <message>
        <source>views/s</source>
        <translation>Ansichten/s</translation>
    </message>
    <message>
        <source>volume of a broker</source>
        <translation>Volume eines Brokers</translation>
    </message>
    <message>
        <source>waiting at most</source>
        <translation>wartet höchstens</translation>
    </message>
    <message>
        <source>waiting at the end</source>
        <translation>wartet am Ende</translation>
    </message>
    <message>
        <source>was refused ({refused} of {offered} {offered|attempt|attempts})</source>
        <translation>wurde abgewiesen ({refused} von {offered} {offered|Versuch|Versuchen})</translation>
    </message>
    <message>
        <source>with standby</source>
        <translation>mit Standby</translation>
    </message>
    <message>
        <source>work that failed</source>
        <translation>gescheiterte Arbeit</translation>
    </message>
    <message>
        <source>workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>workers of a run that are not kept</source>
        <translation>Worker eines Laufs, die nicht gehalten werden</translation>
    </message>
    <message>
        <source>workers that are kept</source>
        <translation>gehaltene Worker</translation>
    </message>
    <message>
        <source>write capacity units of its indexes</source>
        <translation>Schreibkapazitätseinheiten ihrer Indizes</translation>
    </message>
    <message>
        <source>write capacity units of the table</source>
        <translation>Schreibkapazitätseinheiten der Tabelle</translation>
    </message>
    <message>
        <source>write request unit</source>
        <translation>Schreibanfrageeinheit</translation>
    </message>
    <message>
        <source>write request units of its indexes</source>
        <translation>Schreibanfrageeinheiten ihrer Indizes</translation>
    </message>
    <message>
        <source>write request units of the table</source>
        <translation>Schreibanfrageeinheiten der Tabelle</translation>
    </message>
    <message>
        <source>writes/s</source>
        <translation>Schreibzugriffe/s</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>x86</source>
        <translation>x86</translation>
    </message>
    <message>
        <source>x86_64</source>
        <translation>x86_64</translation>
    </message>
    <message>
        <source>your API</source>
        <translation>die eigene API</translation>
    </message>
    <message>
        <source>your application</source>
        <translation>die eigene Anwendung</translation>
    </message>
    <message>
        <source>your application&apos;s setting</source>
        <translation>Einstellung der eigenen Anwendung</translation>
    </message>
    <message>
        <source>your application; Flink itself waits for ever unless told</source>
        <translation>die eigene Anwendung; Flink selbst wartet ewig, wenn nichts anderes gesagt ist</translation>
    </message>
    <message>
        <source>your choice</source>
        <translation>frei wählbar</translation>
    </message>
    <message>
        <source>your choice; AWS caps it by node type and account</source>
        <translation>frei wählbar; AWS begrenzt es nach Knotentyp und Konto</translation>
    </message>
    <message>
        <source>your choice; nothing expires until you say so</source>
        <translation>frei wählbar; nichts läuft ab, bis es gesagt wird</translation>
    </message>
    <message>
        <source>your choice; nothing is reserved until you say so</source>
        <translation>frei wählbar; nichts ist reserviert, bis es gesagt wird</translation>
    </message>
    <message>
        <source>your choice; one is the least a cluster has</source>
        <translation>frei wählbar; einer ist das Wenigste, was ein Cluster hat</translation>
    </message>
    <message>
        <source>your choice; what becomes of a run that does not fit is taken to be as in Glue</source>
        <translation>frei wählbar; was aus einem Lauf wird, der nicht passt, ist wie bei Glue angenommen</translation>
    </message>
    <message>
        <source>your cluster</source>
        <translation>der eigene Cluster</translation>
    </message>
    <message>
        <source>your code; 0 makes cold starts look better than they are</source>
        <translation>der eigene Code; 0 lässt Kaltstarts besser aussehen, als sie sind</translation>
    </message>
    <message>
        <source>your data</source>
        <translation>die eigenen Daten</translation>
    </message>
    <message>
        <source>your data; the engine&apos;s own hit share says how much misses</source>
        <translation>die eigenen Daten; der Trefferanteil der Engine sagt, wie viel nicht trifft</translation>
    </message>
    <message>
        <source>your fleet</source>
        <translation>die eigene Flotte</translation>
    </message>
    <message>
        <source>your handler; measure it</source>
        <translation>der eigene Handler; messen</translation>
    </message>
    <message>
        <source>your image and program; measure it</source>
        <translation>das eigene Image und Programm; messen</translation>
    </message>
    <message>
        <source>your image; measure it</source>
        <translation>das eigene Image; messen</translation>
    </message>
    <message>
        <source>your instance type and jobs</source>
        <translation>der eigene Instanztyp und die eigenen Jobs</translation>
    </message>
    <message>
        <source>your job</source>
        <translation>der eigene Job</translation>
    </message>
    <message>
        <source>your job&apos;s split size</source>
        <translation>die Split-Größe des eigenen Jobs</translation>
    </message>
    <message>
        <source>your job; calibrate with one run</source>
        <translation>der eigene Job; mit einem Lauf kalibrieren</translation>
    </message>
    <message>
        <source>your job; not published</source>
        <translation>der eigene Job; nicht veröffentlicht</translation>
    </message>
    <message>
        <source>your key layout; 1 is the most cautious</source>
        <translation>die eigene Schlüsselaufteilung; 1 ist am vorsichtigsten</translation>
    </message>
    <message>
        <source>your line</source>
        <translation>die eigene Leitung</translation>
    </message>
    <message>
        <source>your model&apos;s</source>
        <translation>die des eigenen Modells</translation>
    </message>
    <message>
        <source>your model; measure it</source>
        <translation>das eigene Modell; messen</translation>
    </message>
    <message>
        <source>your own domains</source>
        <translation>die eigenen Domains</translation>
    </message>
    <message>
        <source>your own server; nothing about it is published</source>
        <translation>der eigene Server; nichts darüber ist veröffentlicht</translation>
    </message>
    <message>
        <source>your own traffic</source>
        <translation>die eigene Last</translation>
    </message>
    <message>
        <source>your own traffic; AWS sets no default</source>
        <translation>die eigene Last; AWS setzt keine Vorgabe</translation>
    </message>
    <message>
        <source>your own users; AWS sets no default</source>
        <translation>die eigenen Benutzer; AWS setzt keine Vorgabe</translation>
    </message>
    <message>
        <source>your producers</source>
        <translation>die eigenen Produzenten</translation>
    </message>
    <message>
        <source>your program&apos;s choice</source>
        <translation>Wahl des eigenen Programms</translation>
    </message>
    <message>
        <source>your program; measure it</source>
        <translation>das eigene Programm; messen</translation>
    </message>
    <message>
        <source>your server&apos;s; taken as at once</source>
        <translation>die des eigenen Servers; als sofort angenommen</translation>
    </message>
    <message>
        <source>your team</source>
        <translation>das eigene Team</translation>
    </message>
    <message>
        <source>your topics</source>
        <translation>die eigenen Topics</translation>
    </message>
    <message>
        <source>your topics; Kafka&apos;s own default is the whole retention</source>
        <translation>die eigenen Topics; Kafkas eigene Vorgabe ist die ganze Aufbewahrung</translation>
    </message>
    <message>
        <source>your topics; three is usual</source>
        <translation>die eigenen Topics; drei ist üblich</translation>
    </message>
    <message>
        <source>your topics; two of three is usual</source>
        <translation>die eigenen Topics; zwei von drei ist üblich</translation>
    </message>
    <message>
        <source>zone-month</source>
        <translation>Zonenmonat</translation>
    </message>
    <message>
        <source>zones</source>
        <translation>Zonen</translation>
    </message>
    <message>
        <source>{amount} of the bill, {meter} of {component}, rests on a price that only third parties quote.</source>
        <translation>{amount} der Rechnung, {meter} von {component}, beruhen auf einem Preis, den nur Dritte nennen.</translation>
    </message>
    <message>
        <source>{component} bills each {record} record as {billed}: {waste} of {whole} is rounding.</source>
        <translation>{component} berechnet jeden Datensatz von {record} als {billed}: {waste} von {whole} sind Rundung.</translation>
    </message>
    <message>
        <source>{component} ends with {waiting} waiting</source>
        <translation>{component} endet mit {waiting} Wartenden</translation>
    </message>
    <message>
        <source>{component} fell behind by {waiting} {waiting|record|records}</source>
        <translation>{component} blieb um {waiting} {waiting|Datensatz|Datensätze} zurück</translation>
    </message>
    <message>
        <source>{component} gave up {dead} {dead|message|messages} to its dead-letter queue</source>
        <translation>{component} gab {dead} {dead|Nachricht|Nachrichten} an die Dead-Letter-Queue ab</translation>
    </message>
    <message>
        <source>{component} gave up {lost} {lost|delivery|deliveries} and lost {lost|it|them}</source>
        <translation>{component} gab {lost} {lost|Lieferung|Lieferungen} auf und verlor {lost|sie|sie}</translation>
    </message>
    <message>
        <source>{component} gave {records} {records|record|records} again to a consumer that went back; it had caught up after {seconds} s</source>
        <translation>{component} gab {records} {records|Datensatz|Datensätze} erneut an einen Konsumenten, der zurückging; er hatte nach {seconds} s aufgeholt</translation>
    </message>
    <message>
        <source>{component} keeps everything: its storage costs {more} more each month.</source>
        <translation>{component} behält alles: Der Speicher kostet jeden Monat {more} mehr.</translation>
    </message>
    <message>
        <source>{component} keeps {kept} at the end, and nothing reads them</source>
        <translation>{component} behält am Ende {kept}, und nichts liest sie</translation>
    </message>
    <message>
        <source>{component} refused {share} of what it was offered ({refused} of {offered})</source>
        <translation>{component} wies {share} des Angebotenen ab ({refused} von {offered})</translation>
    </message>
    <message>
        <source>{component} refuses at {refusing} of its {parts} parts: {hottest} was offered {share} of all, and {refused} of what was refused was refused there</source>
        <translation>{component} weist bei {refusing} von {parts} Teilen ab: {hottest} bekam {share} von allem, und dort wurden {refused} des Abgewiesenen abgewiesen</translation>
    </message>
    <message>
        <source>{component} runs at {use} of {limit}</source>
        <translation>{component} läuft bei {use} von {limit}</translation>
    </message>
    <message>
        <source>{component} was offered {offered} and completed none</source>
        <translation>{component} bekam {offered} und schloss nichts ab</translation>
    </message>
    <message>
        <source>{component}: {parameter} {before} -&gt; {after}, asked for at {asked} s</source>
        <translation>{component}: {parameter} {before} -&gt; {after}, angefragt bei {asked} s</translation>
    </message>
    <message>
        <source>{component}: {part} of {whole} for {meter} is {what}.</source>
        <translation>{component}: {part} von {whole} für {meter} sind {what}.</translation>
    </message>
    <message>
        <source>{meter} of {component} is not in the total: {why}.</source>
        <translation>{meter} von {component} ist nicht in der Summe: {why}.</translation>
    </message>
    <message>
        <source>{meter} of {component} is {share} of the bill ({amount} of {total}).</source>
        <translation>{meter} von {component} macht {share} der Rechnung aus ({amount} von {total}).</translation>
    </message>
    <message>
        <source>{objective}: it is {reached}</source>
        <translation>{objective}: erreicht sind {reached}</translation>
    </message>
    <message>
        <source>{share} of {component} </source>
        <translation>{share} von {component} </translation>
    </message>
    <message>
        <source>{share} of {offered}/s are refused at {component}</source>
        <translation>{share} von {offered}/s werden bei {component} abgewiesen</translation>
    </message>
    <message>
        <source>{share} of {offered}/s wait at {component}</source>
        <translation>{share} von {offered}/s warten bei {component}</translation>
    </message>
    <message>
        <source>AWS promises single-digit milliseconds without a figure: </source>
        <translation>AWS verspricht einstellige Millisekunden, ohne Zahl: </translation>
    </message>
    <message>
        <source>AWS publishes no throughput for a size; EC2&apos;s for its instance is taken: </source>
        <translation>AWS veröffentlicht keinen Durchsatz für eine Größe; genommen ist der von EC2 für ihre Instanz: </translation>
    </message>
    <message>
        <source>Bandwidth of the distribution</source>
        <translation>Bandbreite der Distribution</translation>
    </message>
    <message>
        <source>Batches at once</source>
        <translation>Batches zugleich</translation>
    </message>
    <message>
        <source>Bytes into the cluster</source>
        <translation>Bytes in den Cluster</translation>
    </message>
    <message>
        <source>Bytes out of the cluster</source>
        <translation>Bytes aus dem Cluster</translation>
    </message>
    <message>
        <source>COPY running</source>
        <translation>COPY in Arbeit</translation>
    </message>
    <message>
        <source>Changes that wait</source>
        <translation>Wartende Änderungen</translation>
    </message>
    <message>
        <source>Cluster busy</source>
        <translation>Cluster beschäftigt</translation>
    </message>
    <message>
        <source>Concurrent executions</source>
        <translation>Parallele Ausführungen</translation>
    </message>
    <message>
        <source>Connections of the proxy</source>
        <translation>Verbindungen des Proxys</translation>
    </message>
    <message>
        <source>DPUs at work</source>
        <translation>DPUs in Arbeit</translation>
    </message>
    <message>
        <source>Disk of the index</source>
        <translation>Festplatte des Index</translation>
    </message>
    <message>
        <source>EC2&apos;s lasting rates: </source>
        <translation>Dauerraten von EC2: </translation>
    </message>
    <message>
        <source>Executions at once</source>
        <translation>Ausführungen zugleich</translation>
    </message>
    <message>
        <source>Executors started</source>
        <translation>Gestartete Executors</translation>
    </message>
    <message>
        <source>Index requests waiting</source>
        <translation>Wartende Indexanfragen</translation>
    </message>
    <message>
        <source>Indexing units at work</source>
        <translation>Indizierungseinheiten in Arbeit</translation>
    </message>
    <message>
        <source>Jobs at once</source>
        <translation>Jobs zugleich</translation>
    </message>
    <message>
        <source>Jobs submitted</source>
        <translation>Eingereichte Jobs</translation>
    </message>
    <message>
        <source>Memory of the items</source>
        <translation>Arbeitsspeicher der Items</translation>
    </message>
    <message>
        <source>Messages in flight</source>
        <translation>Nachrichten in Bearbeitung</translation>
    </message>
    <message>
        <source>Messages of one device</source>
        <translation>Nachrichten eines Geräts</translation>
    </message>
    <message>
        <source>New environments</source>
        <translation>Neue Umgebungen</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Requests at once</source>
        <translation>Anfragen zugleich</translation>
    </message>
    <message>
        <source>Requests of the command threads</source>
        <translation>Anfragen der Befehls-Threads</translation>
    </message>
    <message>
        <source>Requests of the distribution</source>
        <translation>Anfragen der Distribution</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source>Requests, in hits of 1 KB</source>
        <translation>Anfragen, in Treffern von 1 KB</translation>
    </message>
    <message>
        <source>Running and waiting queries</source>
        <translation>Laufende und wartende Abfragen</translation>
    </message>
    <message>
        <source>Search units at work</source>
        <translation>Sucheinheiten in Arbeit</translation>
    </message>
    <message>
        <source>Searches waiting</source>
        <translation>Wartende Suchen</translation>
    </message>
    <message>
        <source>Servers busy</source>
        <translation>Server beschäftigt</translation>
    </message>
    <message>
        <source>State of the application</source>
        <translation>Zustand der Anwendung</translation>
    </message>
    <message>
        <source>Storage operations</source>
        <translation>Speicheroperationen</translation>
    </message>
    <message>
        <source>Threads that apply changes</source>
        <translation>Threads, die Änderungen anwenden</translation>
    </message>
    <message>
        <source>Views at work</source>
        <translation>Ansichten in Arbeit</translation>
    </message>
    <message>
        <source>Work of the KPUs</source>
        <translation>Arbeit der KPUs</translation>
    </message>
    <message>
        <source>Workers busy</source>
        <translation>Worker beschäftigt</translation>
    </message>
    <message>
        <source>Writes of an index</source>
        <translation>Schreibzugriffe eines Index</translation>
    </message>
    <message>
        <source>action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>as the Kinesis Producer Library&apos;s example, </source>
        <translation>wie das Beispiel der Kinesis Producer Library, </translation>
    </message>
    <message>
        <source>attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>balancer</source>
        <translation>Load Balancer</translation>
    </message>
    <message>
        <source>broker</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>busy KPU</source>
        <translation>beschäftigte KPU</translation>
    </message>
    <message>
        <source>check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>consumer</source>
        <translation>Konsument</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>environments/s</source>
        <translation>Umgebungen/s</translation>
    </message>
    <message>
        <source>executors/s</source>
        <translation>Executors/s</translation>
    </message>
    <message>
        <source>field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>flow</source>
        <translation>Flow</translation>
    </message>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>look</source>
        <translation>Blick</translation>
    </message>
    <message>
        <source>node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>partition-reads</source>
        <translation>partition-reads</translation>
    </message>
    <message>
        <source>pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>reader</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>receive</source>
        <translation>Empfang</translation>
    </message>
    <message>
        <source>replica</source>
        <translation>Replikat</translation>
    </message>
    <message>
        <source>resolver</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>shard</source>
        <translation>Shard</translation>
    </message>
    <message>
        <source>share of time</source>
        <translation>Zeitanteil</translation>
    </message>
    <message>
        <source>slot</source>
        <translation>Slot</translation>
    </message>
    <message>
        <source>snapshot</source>
        <translation>Snapshot</translation>
    </message>
    <message>
        <source>subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>subtask</source>
        <translation>Subtask</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>task</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>the middle of a minute or two, then 6,000 a minute: </source>
        <translation>die Mitte von ein bis zwei Minuten, danach 6.000 pro Minute: </translation>
    </message>
    <message>
        <source>thread</source>
        <translation>Thread</translation>
    </message>
    <message>
        <source>token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>update</source>
        <translation>Aktualisierung</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source> and in force at once</source>
        <translation> und sofort wirksam</translation>
    </message>
    <message>
        <source> by enhanced fan-out</source>
        <translation> über Enhanced Fan-out</translation>
    </message>
    <message>
        <source> for head-room</source>
        <translation> für Reserve</translation>
    </message>
    <message>
        <source> replications</source>
        <translation> Replikationen</translation>
    </message>
    <message>
        <source>, as others did</source>
        <translation>, wie andere</translation>
    </message>
    <message>
        <source>, or slow what feeds it</source>
        <translation>, oder bremsen, was es speist</translation>
    </message>
    <message>
        <source>3,000 messages/s: Kinesis + Lambda against DynamoDB + Streams</source>
        <translation>3.000 Nachrichten/s: Kinesis + Lambda gegen DynamoDB + Streams</translation>
    </message>
    <message>
        <source>; none for a percentile with too few samples in one of them</source>
        <translation>; keine für ein Perzentil mit zu wenigen Stichproben in einer davon</translation>
    </message>
    <message>
        <source>; of the peak of one run of this length</source>
        <translation>; der Spitze eines Laufs dieser Länge</translation>
    </message>
    <message>
        <source>; what waited before that is not there</source>
        <translation>; was davor wartete, fehlt dort</translation>
    </message>
    <message>
        <source>A cold cache takes the database down</source>
        <translation>Ein kalter Cache bringt die Datenbank zu Fall</translation>
    </message>
    <message>
        <source>A database moves over a line</source>
        <translation>Eine Datenbank zieht über eine Leitung um</translation>
    </message>
    <message>
        <source>A database runs out of connections behind Lambda</source>
        <translation>Einer Datenbank hinter Lambda gehen die Verbindungen aus</translation>
    </message>
    <message>
        <source>A lake and a warehouse</source>
        <translation>Ein Lake und ein Warehouse</translation>
    </message>
    <message>
        <source>A model endpoint that scales too late</source>
        <translation>Ein Modell-Endpunkt, der zu spät skaliert</translation>
    </message>
    <message>
        <source>A serverless API</source>
        <translation>Eine Serverless-API</translation>
    </message>
    <message>
        <source>A spike and its backlog</source>
        <translation>Eine Spitze und ihr Rückstand</translation>
    </message>
    <message>
        <source>A watermark and its late records</source>
        <translation>Ein Watermark und seine späten Datensätze</translation>
    </message>
    <message>
        <source>Add the price in a price book of your own.</source>
        <translation>Den Preis in einem eigenen Preisbuch ergänzen.</translation>
    </message>
    <message>
        <source>An order workflow</source>
        <translation>Ein Bestell-Workflow</translation>
    </message>
    <message>
        <source>Array jobs on instances that come for them</source>
        <translation>Array-Jobs auf Instanzen, die für sie kommen</translation>
    </message>
    <message>
        <source>Athena on 10,000 small files</source>
        <translation>Athena auf 10.000 kleinen Dateien</translation>
    </message>
    <message>
        <source>Check it against AWS&apos;s pricing page, or give your own in a price book of your own.</source>
        <translation>Mit der Preisseite von AWS vergleichen oder in einem eigenen Preisbuch angeben.</translation>
    </message>
    <message>
        <source>Connect a queue in the role of an on-failure destination, or let them be tried for longer</source>
        <translation>Eine Warteschlange als Ziel bei Fehlschlag verbinden oder länger versuchen lassen</translation>
    </message>
    <message>
        <source>Connect what reads it, or, if these are dead letters, see why they came</source>
        <translation>Verbinden, was es liest, oder, wenn es Dead-Letter-Nachrichten sind, nachsehen, warum sie kamen</translation>
    </message>
    <message>
        <source>Fan-out with a failing subscriber</source>
        <translation>Fan-out mit einem scheiternden Abonnenten</translation>
    </message>
    <message>
        <source>GB done again</source>
        <translation>erneut getane GB</translation>
    </message>
    <message>
        <source>GB moved</source>
        <translation>bewegte GB</translation>
    </message>
    <message>
        <source>GB read</source>
        <translation>gelesene GB</translation>
    </message>
    <message>
        <source>GB written</source>
        <translation>geschriebene GB</translation>
    </message>
    <message>
        <source>GetRecords calls</source>
        <translation>GetRecords-Aufrufe</translation>
    </message>
    <message>
        <source>Let fewer readers share it, or let them ask less often</source>
        <translation>Weniger Leser teilen lassen oder seltener fragen lassen</translation>
    </message>
    <message>
        <source>Let it be tried only a few times, or split it on error, and give what is left to an on-failure destination</source>
        <translation>Nur wenige Male versuchen lassen oder bei Fehler teilen und den Rest einem Ziel bei Fehlschlag geben</translation>
    </message>
    <message>
        <source>Logs that are searched while they come in</source>
        <translation>Logs, die durchsucht werden, während sie hereinkommen</translation>
    </message>
    <message>
        <source>Meets both objectives.</source>
        <translation>Erreicht beide Ziele.</translation>
    </message>
    <message>
        <source>Mend what fails, then move the dead letters back</source>
        <translation>Beheben, was scheitert, dann die Dead-Letter-Nachrichten zurückschicken</translation>
    </message>
    <message>
        <source>One hot key</source>
        <translation>Ein heißer Schlüssel</translation>
    </message>
    <message>
        <source>One target fails behind the balancer</source>
        <translation>Ein Ziel hinter dem Load Balancer fällt aus</translation>
    </message>
    <message>
        <source>Resharding a stream, and reading it again</source>
        <translation>Einen Stream neu aufteilen und noch einmal lesen</translation>
    </message>
    <message>
        <source>Retries that keep a database down</source>
        <translation>Wiederholungen, die eine Datenbank am Boden halten</translation>
    </message>
    <message>
        <source>Send fewer, larger records: put several into one before they get here.</source>
        <translation>Weniger und größere Datensätze schicken: vorher mehrere in einen packen.</translation>
    </message>
    <message>
        <source>Set a retention or lifecycle if old data is not needed.</source>
        <translation>Eine Aufbewahrung oder Lebenszyklusregel setzen, wenn alte Daten nicht gebraucht werden.</translation>
    </message>
    <message>
        <source>Small ETL runs</source>
        <translation>Kleine ETL-Läufe</translation>
    </message>
    <message>
        <source>Spread the keys that meet there, e.g. by a suffix; more capacity elsewhere does not help</source>
        <translation>Die Schlüssel verteilen, die dort zusammentreffen, z. B. durch ein Suffix; mehr Kapazität anderswo hilft nicht</translation>
    </message>
    <message>
        <source>Student&apos;s t over </source>
        <translation>Students t über </translation>
    </message>
    <message>
        <source>What three Kafka brokers take in</source>
        <translation>Was drei Kafka-Broker aufnehmen</translation>
    </message>
    <message>
        <source>Workers that scale on a queue</source>
        <translation>Worker, die nach einer Warteschlange skalieren</translation>
    </message>
    <message>
        <source>a course over time carries no interval</source>
        <translation>ein zeitlicher Verlauf trägt kein Intervall</translation>
    </message>
    <message>
        <source>a course over time carries no interval; what binds when is of the first replication</source>
        <translation>ein zeitlicher Verlauf trägt kein Intervall; was wann begrenzt, stammt aus der ersten Replikation</translation>
    </message>
    <message>
        <source>a design is rarely larger than 1 MB; check that this is one</source>
        <translation>Ein Entwurf ist selten größer als 1 MB; prüfen, ob dies einer ist</translation>
    </message>
    <message>
        <source>a maximum carries none: it grows with the length and the number of runs</source>
        <translation>ein Höchstwert trägt keines: Er wächst mit der Länge und der Zahl der Läufe</translation>
    </message>
    <message>
        <source>a quote inside a field that is not quoted</source>
        <translation>ein Anführungszeichen in einem Feld ohne Anführungszeichen</translation>
    </message>
    <message>
        <source>a steady state needs traffic that does not change</source>
        <translation>Ein eingeschwungener Zustand braucht Last, die sich nicht ändert</translation>
    </message>
    <message>
        <source>a window of a scenario has no steady state</source>
        <translation>Ein Ausschnitt eines Szenarios hat keinen eingeschwungenen Zustand</translation>
    </message>
    <message>
        <source>add a scenario with traffic, queries or jobs</source>
        <translation>ein Szenario mit Last, Abfragen oder Jobs hinzufügen</translation>
    </message>
    <message>
        <source>add a traffic source and something it sends to</source>
        <translation>eine Lastquelle hinzufügen und etwas, wohin sie sendet</translation>
    </message>
    <message>
        <source>add an objective, or use size without --search</source>
        <translation>ein Ziel hinzufügen oder size ohne --search verwenden</translation>
    </message>
    <message>
        <source>add one with a duration and traffic for a source</source>
        <translation>eines mit Dauer und Last für eine Quelle hinzufügen</translation>
    </message>
    <message>
        <source>add one with traffic for its sources</source>
        <translation>eines mit Last für seine Quellen hinzufügen</translation>
    </message>
    <message>
        <source>add the closing quote</source>
        <translation>das schließende Anführungszeichen ergänzen</translation>
    </message>
    <message>
        <source>an entry has a negative number of hours</source>
        <translation>ein Eintrag hat eine negative Zahl von Stunden</translation>
    </message>
    <message>
        <source>answered from the cache</source>
        <translation>aus dem Cache beantwortet</translation>
    </message>
    <message>
        <source>batch means within the one run, where it is long enough for them; p99.9 has too few excursions for that</source>
        <translation>Batch-Mittelwerte innerhalb des einen Laufs, wo er lang genug dafür ist; p99.9 hat dafür zu wenige Ausschläge</translation>
    </message>
    <message>
        <source>batches that depend on each other: the run is too short</source>
        <translation>Abschnitte, die voneinander abhängen: Der Lauf ist zu kurz</translation>
    </message>
    <message>
        <source>break the loop, let a share of it leave, or shorten the scenario</source>
        <translation>die Schleife aufbrechen, einen Anteil daraus entlassen oder das Szenario verkürzen</translation>
    </message>
    <message>
        <source>build the program again</source>
        <translation>das Programm neu bauen</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>capacity at the end</source>
        <translation>Kapazität am Ende</translation>
    </message>
    <message>
        <source>check that what its parameters say is what your code does</source>
        <translation>prüfen, ob seine Parameter sagen, was der eigene Code tut</translation>
    </message>
    <message>
        <source>check that you may read it</source>
        <translation>prüfen, ob sie gelesen werden darf</translation>
    </message>
    <message>
        <source>check the name and the folder</source>
        <translation>Name und Ordner prüfen</translation>
    </message>
    <message>
        <source>check the name and your rights</source>
        <translation>Name und Rechte prüfen</translation>
    </message>
    <message>
        <source>check the permissions of the folder, or save it somewhere else</source>
        <translation>die Rechte des Ordners prüfen oder anderswo speichern</translation>
    </message>
    <message>
        <source>check the rates and sizes of this component</source>
        <translation>die Raten und Größen dieser Komponente prüfen</translation>
    </message>
    <message>
        <source>check the rates of this component</source>
        <translation>die Raten dieser Komponente prüfen</translation>
    </message>
    <message>
        <source>choose a region&apos;s price book</source>
        <translation>das Preisbuch einer Region wählen</translation>
    </message>
    <message>
        <source>connect it to something that gives it work, or add queries or a job for it</source>
        <translation>mit etwas verbinden, das Arbeit bringt, oder Abfragen oder einen Job dafür hinzufügen</translation>
    </message>
    <message>
        <source>connect it, or remove it</source>
        <translation>verbinden oder entfernen</translation>
    </message>
    <message>
        <source>connections open</source>
        <translation>offene Verbindungen</translation>
    </message>
    <message>
        <source>correct the text</source>
        <translation>den Text berichtigen</translation>
    </message>
    <message>
        <source>correct the text here</source>
        <translation>den Text hier berichtigen</translation>
    </message>
    <message>
        <source>costs more than nine billion dollars a month</source>
        <translation>kostet mehr als neun Milliarden Dollar im Monat</translation>
    </message>
    <message>
        <source>create the folder first, or save it somewhere else</source>
        <translation>zuerst den Ordner anlegen oder anderswo speichern</translation>
    </message>
    <message>
        <source>dead-lettered</source>
        <translation>in die Dead-Letter-Queue gegangen</translation>
    </message>
    <message>
        <source>does not say where in the design</source>
        <translation>sagt nicht, wo im Entwurf</translation>
    </message>
    <message>
        <source>double the quotes inside a field</source>
        <translation>Anführungszeichen in einem Feld verdoppeln</translation>
    </message>
    <message>
        <source>e.g. 3600</source>
        <translation>z. B. 3600</translation>
    </message>
    <message>
        <source>emptied, and not 90% of the hits back at the end</source>
        <translation>geleert, und am Ende keine 90% der Treffer zurück</translation>
    </message>
    <message>
        <source>free some space, or save it somewhere else</source>
        <translation>Platz schaffen oder anderswo speichern</translation>
    </message>
    <message>
        <source>from batches of the sampled levels and the runs of the stretches: see sampling.intervals</source>
        <translation>aus Abschnitten der Stichprobenniveaus und den Läufen der Strecken: siehe sampling.intervals</translation>
    </message>
    <message>
        <source>from batches of the sampled levels and the runs of the stretches; none for time inside a component, which is not kept by part</source>
        <translation>aus Abschnitten der Stichprobenniveaus und den Läufen der Strecken; keine für Zeit in einer Komponente, die nicht nach Teilen festgehalten wird</translation>
    </message>
    <message>
        <source>from the meters&apos; parts, priced together: see sampling.intervals</source>
        <translation>aus den Teilen der Zähler, zusammen bepreist: siehe sampling.intervals</translation>
    </message>
    <message>
        <source>from the spread of the peaks of a stretch that was run several times; none where the peak is of sampled steady traffic or of a stretch run once: see sampling.intervals</source>
        <translation>aus der Streuung der Spitzen einer mehrmals gelaufenen Strecke; keine, wo die Spitze aus gleichmäßiger Last in Stichproben oder einer einmal gelaufenen Strecke stammt: siehe sampling.intervals</translation>
    </message>
    <message>
        <source>full load takes h</source>
        <translation>volles Laden dauert h</translation>
    </message>
    <message>
        <source>give a lower rate</source>
        <translation>eine niedrigere Rate angeben</translation>
    </message>
    <message>
        <source>give a source a rate, or add queries or jobs</source>
        <translation>einer Quelle eine Rate geben oder Abfragen oder Jobs hinzufügen</translation>
    </message>
    <message>
        <source>give a whole number of bytes, e.g. 1024</source>
        <translation>eine ganze Zahl von Bytes angeben, z. B. 1024</translation>
    </message>
    <message>
        <source>give a whole number of keys, e.g. 1000000</source>
        <translation>eine ganze Zahl von Schlüsseln angeben, z. B. 1000000</translation>
    </message>
    <message>
        <source>give all but one of them times or hours</source>
        <translation>allen bis auf einen Male oder Stunden geben</translation>
    </message>
    <message>
        <source>give each entry hours or times above 0</source>
        <translation>jedem Eintrag Stunden oder Male über 0 geben</translation>
    </message>
    <message>
        <source>give the share that is left, e.g. 0.5</source>
        <translation>den verbleibenden Anteil angeben, z. B. 0.5</translation>
    </message>
    <message>
        <source>has an empty value</source>
        <translation>hat einen leeren Wert</translation>
    </message>
    <message>
        <source>has too many values</source>
        <translation>hat zu viele Werte</translation>
    </message>
    <message>
        <source>hit share</source>
        <translation>Trefferanteil</translation>
    </message>
    <message>
        <source>interrupted before every side had run: there is nothing to compare</source>
        <translation>unterbrochen, bevor jede Seite gelaufen war: Es gibt nichts zu vergleichen</translation>
    </message>
    <message>
        <source>is a folder</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>is no range</source>
        <translation>ist kein Bereich</translation>
    </message>
    <message>
        <source>is not component.parameter=values</source>
        <translation>ist nicht component.parameter=values</translation>
    </message>
    <message>
        <source>is not what the price book is made of</source>
        <translation>ist nicht das, woraus das Preisbuch gemacht ist</translation>
    </message>
    <message>
        <source>is of the whole run</source>
        <translation>gilt für den ganzen Lauf</translation>
    </message>
    <message>
        <source>is varied twice</source>
        <translation>wird zweimal variiert</translation>
    </message>
    <message>
        <source>it was cut short; restore it from a copy</source>
        <translation>sie wurde abgeschnitten; aus einer Kopie wiederherstellen</translation>
    </message>
    <message>
        <source>its metered amount is not a number of zero or more</source>
        <translation>die gemessene Menge ist keine Zahl von null oder mehr</translation>
    </message>
    <message>
        <source>job runs failed</source>
        <translation>gescheiterte Job-Läufe</translation>
    </message>
    <message>
        <source>keep one of the two</source>
        <translation>eines von beiden behalten</translation>
    </message>
    <message>
        <source>keep only the meters you need</source>
        <translation>nur die gebrauchten Zähler behalten</translation>
    </message>
    <message>
        <source>launches</source>
        <translation>Starts</translation>
    </message>
    <message>
        <source>leave --month-hours out or choose a region&apos;s price book</source>
        <translation>--month-hours weglassen oder das Preisbuch einer Region wählen</translation>
    </message>
    <message>
        <source>leave one of them out</source>
        <translation>eines davon weglassen</translation>
    </message>
    <message>
        <source>let it finish, or leave out --run to compare the estimates</source>
        <translation>zu Ende laufen lassen oder ohne --run die Schätzungen vergleichen</translation>
    </message>
    <message>
        <source>let it start sooner, or lower the rate</source>
        <translation>früher starten lassen oder die Rate senken</translation>
    </message>
    <message>
        <source>let them think 0.001 s or more, or connect them to what they ask</source>
        <translation>0,001 s oder länger nachdenken lassen oder mit dem verbinden, was sie fragen</translation>
    </message>
    <message>
        <source>limit the retries, and split a batch on error</source>
        <translation>die Wiederholungen begrenzen und einen Batch bei Fehler teilen</translation>
    </message>
    <message>
        <source>longest COPY s</source>
        <translation>längstes COPY s</translation>
    </message>
    <message>
        <source>longest job s</source>
        <translation>längster Job s</translation>
    </message>
    <message>
        <source>longest replica lag ms</source>
        <translation>längster Replikatverzug ms</translation>
    </message>
    <message>
        <source>lost with Spot nodes</source>
        <translation>mit Spot-Knoten verloren</translation>
    </message>
    <message>
        <source>lower the rate or shorten the duration; the estimate (price, size) has no such limit</source>
        <translation>die Rate senken oder die Dauer verkürzen; die Schätzung (price, size) hat keine solche Grenze</translation>
    </message>
    <message>
        <source>lower the rate, e.g. to a share of the traffic on a share of the capacity</source>
        <translation>die Rate senken, z. B. auf einen Anteil der Last auf einem Anteil der Kapazität</translation>
    </message>
    <message>
        <source>make it constant, or leave the analysis terminating</source>
        <translation>konstant machen oder die Analyse endend lassen</translation>
    </message>
    <message>
        <source>makes too many points</source>
        <translation>ergibt zu viele Punkte</translation>
    </message>
    <message>
        <source>mean machines</source>
        <translation>Maschinen im Mittel</translation>
    </message>
    <message>
        <source>mean object MiB</source>
        <translation>mittleres Objekt MiB</translation>
    </message>
    <message>
        <source>mean time over service time</source>
        <translation>mittlere Zeit geteilt durch Bedienzeit</translation>
    </message>
    <message>
        <source>mean wait ms</source>
        <translation>mittlere Wartezeit ms</translation>
    </message>
    <message>
        <source>mean wait of urgent jobs s</source>
        <translation>mittlere Wartezeit dringender Jobs s</translation>
    </message>
    <message>
        <source>mean wait s</source>
        <translation>mittlere Wartezeit s</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>must be more than 0 and at most ten years</source>
        <translation>muss mehr als 0 und höchstens zehn Jahre sein</translation>
    </message>
    <message>
        <source>name a file in it</source>
        <translation>eine Datei darin nennen</translation>
    </message>
    <message>
        <source>name a file, not a folder</source>
        <translation>eine Datei nennen, keinen Ordner</translation>
    </message>
    <message>
        <source>name another component</source>
        <translation>eine andere Komponente nennen</translation>
    </message>
    <message>
        <source>name another file, or remove this one</source>
        <translation>eine andere Datei nennen oder diese entfernen</translation>
    </message>
    <message>
        <source>name another zone</source>
        <translation>eine andere Zone nennen</translation>
    </message>
    <message>
        <source>name one of the design&apos;s scenarios</source>
        <translation>eines der Szenarien des Entwurfs nennen</translation>
    </message>
    <message>
        <source>no completions</source>
        <translation>nichts abgeschlossen</translation>
    </message>
    <message>
        <source>no design needs that; check that this is one</source>
        <translation>kein Entwurf braucht das; prüfen, ob dies einer ist</translation>
    </message>
    <message>
        <source>not answered in time</source>
        <translation>nicht rechtzeitig beantwortet</translation>
    </message>
    <message>
        <source>not estimated from the parts of a sampled run; replications give one</source>
        <translation>aus den Teilen eines Laufs in Stichproben nicht geschätzt; Replikationen geben eines</translation>
    </message>
    <message>
        <source>not kept by part of a sampled run; replications give one</source>
        <translation>nach Teilen eines Laufs in Stichproben nicht festgehalten; Replikationen geben eines</translation>
    </message>
    <message>
        <source>not launched at the end</source>
        <translation>am Ende nicht gestartet</translation>
    </message>
    <message>
        <source>not settled: it rises or falls throughout the run</source>
        <translation>nicht eingeschwungen: steigt oder fällt den ganzen Lauf hindurch</translation>
    </message>
    <message>
        <source>nothing of the run was priced</source>
        <translation>nichts vom Lauf wurde bepreist</translation>
    </message>
    <message>
        <source>nothing sends traffic: the design has no scenario</source>
        <translation>nichts sendet Last: Der Entwurf hat kein Szenario</translation>
    </message>
    <message>
        <source>nothing varies</source>
        <translation>nichts variiert</translation>
    </message>
    <message>
        <source>of sampled messages: they show where time goes and carry no interval</source>
        <translation>aus Nachrichten einer Stichprobe: Sie zeigen, wohin die Zeit geht, und tragen kein Intervall</translation>
    </message>
    <message>
        <source>one of the replications has no value</source>
        <translation>eine der Replikationen hat keinen Wert</translation>
    </message>
    <message>
        <source>one run has too few excursions beyond it; replications give one</source>
        <translation>ein Lauf hat zu wenige Ausschläge darüber; Replikationen geben eines</translation>
    </message>
    <message>
        <source>one run: no interval; several replications give one</source>
        <translation>ein Lauf: kein Intervall; mehrere Replikationen geben eines</translation>
    </message>
    <message>
        <source>only an az-lost fault has a zone</source>
        <translation>nur eine Störung az-lost hat eine Zone</translation>
    </message>
    <message>
        <source>open a .plimsoll file</source>
        <translation>eine .plimsoll-Datei öffnen</translation>
    </message>
    <message>
        <source>open and save the file with the Plimsoll release that wrote it, or a later one</source>
        <translation>die Datei mit der Plimsoll-Version, die sie schrieb, oder einer späteren öffnen und speichern</translation>
    </message>
    <message>
        <source>open the design as a file, with the trace beside it</source>
        <translation>den Entwurf als Datei öffnen, mit der Aufzeichnung daneben</translation>
    </message>
    <message>
        <source>partitions (assumed)</source>
        <translation>Partitionen (angenommen)</translation>
    </message>
    <message>
        <source>please report it with the design</source>
        <translation>bitte mit dem Entwurf melden</translation>
    </message>
    <message>
        <source>put a function or an instance that runs your code between</source>
        <translation>eine Funktion oder Instanz mit eigenem Code dazwischensetzen</translation>
    </message>
    <message>
        <source>put a traffic source in front of it and give that the rate</source>
        <translation>eine Lastquelle davorsetzen und dieser die Rate geben</translation>
    </message>
    <message>
        <source>put all its values into one --vary</source>
        <translation>alle Werte in ein --vary schreiben</translation>
    </message>
    <message>
        <source>put the trace beside the design</source>
        <translation>die Aufzeichnung neben den Entwurf legen</translation>
    </message>
    <message>
        <source>quote fields that contain commas</source>
        <translation>Felder mit Kommas in Anführungszeichen setzen</translation>
    </message>
    <message>
        <source>quote the whole field</source>
        <translation>das ganze Feld in Anführungszeichen setzen</translation>
    </message>
    <message>
        <source>records per invocation</source>
        <translation>Datensätze pro Aufruf</translation>
    </message>
    <message>
        <source>records to read again</source>
        <translation>noch einmal zu lesende Datensätze</translation>
    </message>
    <message>
        <source>remove it</source>
        <translation>entfernen</translation>
    </message>
    <message>
        <source>remove it or put a custom-server in its place</source>
        <translation>entfernen oder durch einen custom-server ersetzen</translation>
    </message>
    <message>
        <source>remove it to run the design</source>
        <translation>entfernen, um den Entwurf auszuführen</translation>
    </message>
    <message>
        <source>remove it, or name a source of this design</source>
        <translation>entfernen oder eine Quelle dieses Entwurfs nennen</translation>
    </message>
    <message>
        <source>remove the connection, or place a second component for the other end</source>
        <translation>die Verbindung entfernen oder eine zweite Komponente für das andere Ende setzen</translation>
    </message>
    <message>
        <source>replays not caught up at the end</source>
        <translation>am Ende nicht aufgeholte Wiedergaben</translation>
    </message>
    <message>
        <source>replica lag ms</source>
        <translation>Replikatverzug ms</translation>
    </message>
    <message>
        <source>restore it from a copy, or start a new design</source>
        <translation>aus einer Kopie wiederherstellen oder einen neuen Entwurf beginnen</translation>
    </message>
    <message>
        <source>save it as UTF-8</source>
        <translation>als UTF-8 speichern</translation>
    </message>
    <message>
        <source>save it somewhere else</source>
        <translation>anderswo speichern</translation>
    </message>
    <message>
        <source>save it under another name</source>
        <translation>unter einem anderen Namen speichern</translation>
    </message>
    <message>
        <source>save the design first</source>
        <translation>zuerst den Entwurf speichern</translation>
    </message>
    <message>
        <source>scale-ins</source>
        <translation>Verkleinerungen</translation>
    </message>
    <message>
        <source>scale-outs</source>
        <translation>Vergrößerungen</translation>
    </message>
    <message>
        <source>seconds of lanes blocked by a failing batch</source>
        <translation>Sekunden, die Lanes durch einen scheiternden Batch blockiert waren</translation>
    </message>
    <message>
        <source>seconds until 90% of the hits were back</source>
        <translation>Sekunden, bis 90% der Treffer zurück waren</translation>
    </message>
    <message>
        <source>seconds until a failed target was removed</source>
        <translation>Sekunden, bis ein ausgefallenes Ziel entfernt war</translation>
    </message>
    <message>
        <source>seconds until a replay had caught up</source>
        <translation>Sekunden, bis eine Wiedergabe aufgeholt hatte</translation>
    </message>
    <message>
        <source>send over an event bus or an ordered topic, or take a queue without order</source>
        <translation>über einen Ereignisbus oder ein geordnetes Topic senden oder eine Warteschlange ohne Reihenfolge nehmen</translation>
    </message>
    <message>
        <source>share that waited</source>
        <translation>Anteil, der wartete</translation>
    </message>
    <message>
        <source>shorten an entry or lengthen the month</source>
        <translation>einen Eintrag verkürzen oder den Monat verlängern</translation>
    </message>
    <message>
        <source>shorten it</source>
        <translation>verkürzen</translation>
    </message>
    <message>
        <source>shorten the scenario or lower its rates</source>
        <translation>das Szenario verkürzen oder seine Raten senken</translation>
    </message>
    <message>
        <source>spread it over zones or add a second one; managed regional services are not listed, because AWS runs them in several zones</source>
        <translation>auf Zonen verteilen oder ein zweites hinzufügen; verwaltete regionale Services sind nicht aufgeführt, weil AWS sie in mehreren Zonen betreibt</translation>
    </message>
    <message>
        <source>start from `prices show us-east-1`</source>
        <translation>mit `prices show us-east-1` beginnen</translation>
    </message>
    <message>
        <source>text after a closing quote</source>
        <translation>Text nach einem schließenden Anführungszeichen</translation>
    </message>
    <message>
        <source>the design has no scenario</source>
        <translation>der Entwurf hat kein Szenario</translation>
    </message>
    <message>
        <source>the design has no such scenario</source>
        <translation>der Entwurf hat kein solches Szenario</translation>
    </message>
    <message>
        <source>the design is empty</source>
        <translation>der Entwurf ist leer</translation>
    </message>
    <message>
        <source>the end of one run of the last part: no interval</source>
        <translation>das Ende eines Laufs des letzten Teils: kein Intervall</translation>
    </message>
    <message>
        <source>the fault leaves all of the capacity</source>
        <translation>die Störung lässt die ganze Kapazität</translation>
    </message>
    <message>
        <source>the file ends in the middle of its content</source>
        <translation>die Datei endet mitten in ihrem Inhalt</translation>
    </message>
    <message>
        <source>the file is UTF-16</source>
        <translation>die Datei ist UTF-16</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>the file must say &quot;format&quot;: &quot;plimsoll-design&quot;</source>
        <translation>die Datei muss &quot;format&quot;: &quot;plimsoll-design&quot; enthalten</translation>
    </message>
    <message>
        <source>the folder of the design cannot be read</source>
        <translation>der Ordner des Entwurfs lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>the load must be from 0 to 1000000</source>
        <translation>die Last muss von 0 bis 1000000 sein</translation>
    </message>
    <message>
        <source>the price book is empty</source>
        <translation>das Preisbuch ist leer</translation>
    </message>
    <message>
        <source>the price book is larger than 64 MiB</source>
        <translation>das Preisbuch ist größer als 64 MiB</translation>
    </message>
    <message>
        <source>the run needs more memory than there is</source>
        <translation>der Lauf braucht mehr Arbeitsspeicher, als da ist</translation>
    </message>
    <message>
        <source>the scenario is longer than 8,784 hours</source>
        <translation>das Szenario ist länger als 8.784 Stunden</translation>
    </message>
    <message>
        <source>the warm-up must be shorter than the scenario</source>
        <translation>die Einschwingphase muss kürzer als das Szenario sein</translation>
    </message>
    <message>
        <source>the window does not lie within the scenario</source>
        <translation>der Ausschnitt liegt nicht im Szenario</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>es gibt keine solche Datei</translation>
    </message>
    <message>
        <source>there is nothing to search for</source>
        <translation>es gibt nichts zu suchen</translation>
    </message>
    <message>
        <source>this is not a JSON object</source>
        <translation>dies ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>this is not a Plimsoll design</source>
        <translation>dies ist kein Plimsoll-Entwurf</translation>
    </message>
    <message>
        <source>this is not valid JSON</source>
        <translation>dies ist kein gültiges JSON</translation>
    </message>
    <message>
        <source>this member is given twice in one object</source>
        <translation>dieses Element steht in einem Objekt zweimal</translation>
    </message>
    <message>
        <source>this quoted field never ends</source>
        <translation>dieses Feld in Anführungszeichen endet nie</translation>
    </message>
    <message>
        <source>times the misses right after it was emptied</source>
        <translation>Vielfaches der Fehlzugriffe direkt nach dem Leeren</translation>
    </message>
    <message>
        <source>too few samples</source>
        <translation>zu wenige Stichproben</translation>
    </message>
    <message>
        <source>too few samples for an interval</source>
        <translation>zu wenige Stichproben für ein Intervall</translation>
    </message>
    <message>
        <source>too few samples in its batches, or batches that depend on each other</source>
        <translation>zu wenige Stichproben in den Abschnitten, oder Abschnitte, die voneinander abhängen</translation>
    </message>
    <message>
        <source>too few samples in one of the replications</source>
        <translation>zu wenige Stichproben in einer der Replikationen</translation>
    </message>
    <message>
        <source>turn the connection round</source>
        <translation>die Verbindung umdrehen</translation>
    </message>
    <message>
        <source>two entries take the rest of the month</source>
        <translation>zwei Einträge nehmen den Rest des Monats</translation>
    </message>
    <message>
        <source>update the program</source>
        <translation>das Programm aktualisieren</translation>
    </message>
    <message>
        <source>use </source>
        <translation>verwenden: </translation>
    </message>
    <message>
        <source>use 730, 720 or 744</source>
        <translation>730, 720 oder 744 verwenden</translation>
    </message>
    <message>
        <source>use a multiple, e.g. 2.4</source>
        <translation>ein Vielfaches verwenden, z. B. 2.4</translation>
    </message>
    <message>
        <source>use a number below 1e308</source>
        <translation>eine Zahl unter 1e308 verwenden</translation>
    </message>
    <message>
        <source>use a smaller number here</source>
        <translation>hier eine kleinere Zahl verwenden</translation>
    </message>
    <message>
        <source>use a smaller number here, or fewer readers</source>
        <translation>hier eine kleinere Zahl oder weniger Leser verwenden</translation>
    </message>
    <message>
        <source>use a, b or c</source>
        <translation>a, b oder c verwenden</translation>
    </message>
    <message>
        <source>use at most 10000000, or a traffic source with their rate</source>
        <translation>höchstens 10000000 verwenden oder eine Lastquelle mit ihrer Rate</translation>
    </message>
    <message>
        <source>use fewer users, or let them think longer</source>
        <translation>weniger Benutzer verwenden oder länger nachdenken lassen</translation>
    </message>
    <message>
        <source>use for example delay-p99@SINK, response-p99@CONNECTION or refused-share</source>
        <translation>zum Beispiel delay-p99@SINK, response-p99@CONNECTION oder refused-share verwenden</translation>
    </message>
    <message>
        <source>use more than 0 s and at most 10 years (315576000 s)</source>
        <translation>mehr als 0 s und höchstens 10 Jahre (315576000 s) verwenden</translation>
    </message>
    <message>
        <source>users at most</source>
        <translation>Benutzer höchstens</translation>
    </message>
    <message>
        <source>users who neither think nor ask anybody would send without end</source>
        <translation>Benutzer, die weder nachdenken noch jemanden fragen, würden ohne Ende senden</translation>
    </message>
    <message>
        <source>write for example --vary orders.shards=1:10:1</source>
        <translation>zum Beispiel --vary orders.shards=1:10:1 schreiben</translation>
    </message>
    <message>
        <source>write for example orders.shards=1:10:1 or orders.mode=provisioned,on-demand</source>
        <translation>zum Beispiel orders.shards=1:10:1 oder orders.mode=provisioned,on-demand schreiben</translation>
    </message>
    <message>
        <source>write from:to:step with a step above 0, such as 1:10:1</source>
        <translation>von:bis:Schritt mit einem Schritt über 0 schreiben, etwa 1:10:1</translation>
    </message>
    <message>
        <source>write refused-share alone</source>
        <translation>refused-share allein schreiben</translation>
    </message>
    <message>
        <source>write values with commas between them</source>
        <translation>Werte mit Kommas dazwischen schreiben</translation>
    </message>
    <message>
        <source> ({} against {})</source>
        <translation> ({} gegenüber {})</translation>
    </message>
    <message>
        <source> ({} stated none)</source>
        <translation> ({} ohne Angabe)</translation>
    </message>
    <message>
        <source> No data on {}.</source>
        <translation> Keine Daten zu {}.</translation>
    </message>
    <message>
        <source> in your own code</source>
        <translation> in eigenem Code</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is more than 1,000,000,000/s</source>
        <translation>&quot;{}&quot; ist mehr als 1.000.000.000/s</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no kind of connection</source>
        <translation>&quot;{}&quot; ist keine Art von Verbindung</translation>
    </message>
    <message>
        <source>, after a lead-in of {} s</source>
        <translation>, nach einem Vorlauf von {} s</translation>
    </message>
    <message>
        <source>, all of them valid</source>
        <translation>, alle gültig</translation>
    </message>
    <message>
        <source>, as of {}</source>
        <translation>, Stand {}</translation>
    </message>
    <message>
        <source>, at no cost</source>
        <translation>, ohne Kosten</translation>
    </message>
    <message>
        <source>, confidence {}</source>
        <translation>, Vertrauen {}</translation>
    </message>
    <message>
        <source>, most of them valid</source>
        <translation>, die meisten davon gültig</translation>
    </message>
    <message>
        <source>, not confirmed</source>
        <translation>, nicht bestätigt</translation>
    </message>
    <message>
        <source>, {} more each month</source>
        <translation>, jeden Monat {} mehr</translation>
    </message>
    <message>
        <source>, {} times as much</source>
        <translation>, {}-mal so viel</translation>
    </message>
    <message>
        <source>, {} unpriced</source>
        <translation>, {} ohne Preis</translation>
    </message>
    <message>
        <source>, {}% over the whole scenario</source>
        <translation>, {}% über das ganze Szenario</translation>
    </message>
    <message>
        <source>, {}{}/month</source>
        <translation>, {}{}/Monat</translation>
    </message>
    <message>
        <source>0 ms</source>
        <translation>0 ms</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>: {} binds on {} ({})</source>
        <translation>: {} ist begrenzt durch {} ({})</translation>
    </message>
    <message>
        <source>: {} takes them no faster</source>
        <translation>: {} nimmt sie nicht schneller</translation>
    </message>
    <message>
        <source>; all of it costs {}/month</source>
        <translation>; alles zusammen kostet {}/Monat</translation>
    </message>
    <message>
        <source>; it can be drawn, and not run yet</source>
        <translation>; es kann gezeichnet, aber noch nicht ausgeführt werden</translation>
    </message>
    <message>
        <source>; the other way works: {}</source>
        <translation>; andersherum geht es: {}</translation>
    </message>
    <message>
        <source>A byte kept in {} costs {} times what it costs in {}.</source>
        <translation>Ein Byte in {} kostet {}-mal so viel wie in {}.</translation>
    </message>
    <message>
        <source>A sizing could not run: {}.</source>
        <translation>Eine Größe konnte nicht laufen: {}.</translation>
    </message>
    <message>
        <source>AWS gives the range only, 70 is assumed: {}</source>
        <translation>AWS nennt nur den Bereich, angenommen ist 70: {}</translation>
    </message>
    <message>
        <source>AWS has no known way from {} to {}, and neither runs code of yours; {}</source>
        <translation>AWS hat keinen bekannten Weg von {} zu {}, und keines führt eigenen Code aus; {}</translation>
    </message>
    <message>
        <source>AWS says minutes, without a figure: {}</source>
        <translation>AWS sagt: Minuten, ohne Zahl: {}</translation>
    </message>
    <message>
        <source>AWS says that it applies jitter, and not how much: {}</source>
        <translation>AWS sagt, dass Jitter angewendet wird, aber nicht, wie viel: {}</translation>
    </message>
    <message>
        <source>AWS says that it happens, not how fast: {}</source>
        <translation>AWS sagt, dass es geschieht, nicht wie schnell: {}</translation>
    </message>
    <message>
        <source>AWS says usually seconds, sometimes a minute or more: {}</source>
        <translation>AWS sagt: meist Sekunden, manchmal eine Minute oder mehr: {}</translation>
    </message>
    <message>
        <source>Below {} {} is cheaper, above it {}: both cost {} a month there, sizes growing with the rate.</source>
        <translation>Unter {} ist {} günstiger, darüber {}: Beide kosten dort {} im Monat, wobei die Größen mit der Rate wachsen.</translation>
    </message>
    <message>
        <source>Counting only capacity ({}), the gap would read {} times: {} against {}.</source>
        <translation>Nur die Kapazität gezählt ({}), läse sich der Abstand als {}-mal: {} gegenüber {}.</translation>
    </message>
    <message>
        <source>Meets all objectives at 95% for {}.</source>
        <translation>Erreicht alle Ziele zu 95% für {}.</translation>
    </message>
    <message>
        <source>Meets all {} objectives.</source>
        <translation>Erreicht alle {} Ziele.</translation>
    </message>
    <message>
        <source>Meets its objective.</source>
        <translation>Erreicht sein Ziel.</translation>
    </message>
    <message>
        <source>Meets {} of {} objectives.</source>
        <translation>Erreicht {} von {} Zielen.</translation>
    </message>
    <message>
        <source>Misses its objective.</source>
        <translation>Verfehlt sein Ziel.</translation>
    </message>
    <message>
        <source>No component has a parameter that could be sized.</source>
        <translation>Keine Komponente hat einen Parameter, der sich dimensionieren ließe.</translation>
    </message>
    <message>
        <source>No data on its objective.</source>
        <translation>Keine Daten zu seinem Ziel.</translation>
    </message>
    <message>
        <source>No data on its {} objectives.</source>
        <translation>Keine Daten zu seinen {} Zielen.</translation>
    </message>
    <message>
        <source>None was found in {} runs. {}</source>
        <translation>In {} Läufen wurde keine gefunden. {}</translation>
    </message>
    <message>
        <source>Nothing binds; {} is closest, on {} ({}).</source>
        <translation>Nichts begrenzt; {} ist am nächsten, bei {} ({}).</translation>
    </message>
    <message>
        <source>Nothing that can be sized brings the objectives closer. {}</source>
        <translation>Nichts, was sich dimensionieren lässt, bringt die Ziele näher. {}</translation>
    </message>
    <message>
        <source>Nothing to compare in the runs: {} ran {} s of {} s.</source>
        <translation>In den Läufen gibt es nichts zu vergleichen: {} lief {} s von {} s.</translation>
    </message>
    <message>
        <source>Over the budget of {}/month by {}.</source>
        <translation>Um {2} über dem Budget von {1}/Monat.</translation>
    </message>
    <message>
        <source>Same draws on every side, paired by replication; the {} intervals hold together at 95% (Bonferroni).</source>
        <translation>Dieselben Zufallszahlen auf jeder Seite, gepaart nach Replikation; die {} Intervalle gelten zusammen zu 95% (Bonferroni).</translation>
    </message>
    <message>
        <source>Stopped after {} of {}.</source>
        <translation>Angehalten nach {} von {}.</translation>
    </message>
    <message>
        <source>Stopped before a sizing was found.</source>
        <translation>Angehalten, bevor eine Dimensionierung gefunden war.</translation>
    </message>
    <message>
        <source>The cheaper side changes at {}; below the first it is {}.</source>
        <translation>Die günstigere Seite wechselt bei {}; unter dem ersten ist es {}.</translation>
    </message>
    <message>
        <source>The closest had {} +- {} for {}.</source>
        <translation>Am nächsten kam {} +- {} für {}.</translation>
    </message>
    <message>
        <source>The least that meets the objectives costs {}, more than the budget.</source>
        <translation>Das Wenigste, was die Ziele erreicht, kostet {}, mehr als das Budget.</translation>
    </message>
    <message>
        <source>There is no data on {}.</source>
        <translation>Zu {} gibt es keine Daten.</translation>
    </message>
    <message>
        <source>Where {} pays more: {}.</source>
        <translation>Wo {} mehr zahlt: {}.</translation>
    </message>
    <message>
        <source>about {} records would be kept until then, {} or more</source>
        <translation>etwa {} Datensätze würden bis dahin behalten, {} oder mehr</translation>
    </message>
    <message>
        <source>about {} records would wait here, {} or more</source>
        <translation>etwa {} Datensätze würden hier warten, {} oder mehr</translation>
    </message>
    <message>
        <source>add &quot;version&quot;: {}</source>
        <translation>&quot;version&quot;: {} hinzufügen</translation>
    </message>
    <message>
        <source>average of month {}</source>
        <translation>Mittel von Monat {}</translation>
    </message>
    <message>
        <source>average while it lasts</source>
        <translation>Mittel, solange es dauert</translation>
    </message>
    <message>
        <source>backlog at the end at {}</source>
        <translation>Rückstand am Ende bei {}</translation>
    </message>
    <message>
        <source>capacity units by {}</source>
        <translation>Kapazitätseinheiten nach {}</translation>
    </message>
    <message>
        <source>capacity units, bound by {}</source>
        <translation>Kapazitätseinheiten, begrenzt durch {}</translation>
    </message>
    <message>
        <source>carries {} of the work of {}</source>
        <translation>bewältigt {} der Arbeit von {}</translation>
    </message>
    <message>
        <source>choose one between 0 and {} s, its lead-in included</source>
        <translation>eine zwischen 0 und {} s wählen, Vorlauf eingeschlossen</translation>
    </message>
    <message>
        <source>comes in from hour {} to {} of the month</source>
        <translation>kommt von Stunde {} bis {} des Monats herein</translation>
    </message>
    <message>
        <source>did you mean &quot;{}&quot;?</source>
        <translation>ist &quot;{}&quot; gemeint?</translation>
    </message>
    <message>
        <source>draw another {} for the others, fed by the same source</source>
        <translation>für die anderen ein weiteres {} zeichnen, gespeist aus derselben Quelle</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>everything through {} stops when its zone does</source>
        <translation>alles durch {} steht, wenn dessen Zone ausfällt</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>für immer</translation>
    </message>
    <message>
        <source>format version {} cannot be read</source>
        <translation>Formatversion {} lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>give it more capacity, lower the rate, or run less than {} s</source>
        <translation>mehr Kapazität geben, die Rate senken oder weniger als {} s laufen lassen</translation>
    </message>
    <message>
        <source>give less than {} s</source>
        <translation>weniger als {} s angeben</translation>
    </message>
    <message>
        <source>has {} changes</source>
        <translation>hat {} Änderungen</translation>
    </message>
    <message>
        <source>held for {} hours</source>
        <translation>für {} Stunden gehalten</translation>
    </message>
    <message>
        <source>internal error in the run: {}</source>
        <translation>interner Fehler im Lauf: {}</translation>
    </message>
    <message>
        <source>its entries take {} hours, the month has {}</source>
        <translation>seine Einträge dauern {} Stunden, der Monat hat {}</translation>
    </message>
    <message>
        <source>its share of the line</source>
        <translation>sein Anteil am Posten</translation>
    </message>
    <message>
        <source>left out by the note</source>
        <translation>von der Notiz ausgelassen</translation>
    </message>
    <message>
        <source>let it stay hidden for {} s, or lower the timeout</source>
        <translation>{} s verborgen lassen oder das Timeout senken</translation>
    </message>
    <message>
        <source>mean of what is there and old enough</source>
        <translation>Mittel dessen, was da und alt genug ist</translation>
    </message>
    <message>
        <source>mean of what is there: each byte from when it arrives</source>
        <translation>Mittel dessen, was da ist: jedes Byte ab seiner Ankunft</translation>
    </message>
    <message>
        <source>mean of what is there: it grows until the first byte expires, then stays level</source>
        <translation>Mittel dessen, was da ist: Es wächst, bis das erste Byte abläuft, und bleibt dann gleich</translation>
    </message>
    <message>
        <source>mean of what is there: the start drains while the inflow adds</source>
        <translation>Mittel dessen, was da ist: Der Anfang läuft aus, während der Zufluss hinzukommt</translation>
    </message>
    <message>
        <source>mean over {} h x {} h</source>
        <translation>Mittel über {} h x {} h</translation>
    </message>
    <message>
        <source>mean {} in service</source>
        <translation>im Mittel {} in Betrieb</translation>
    </message>
    <message>
        <source>metered for {} hours</source>
        <translation>für {} Stunden gemessen</translation>
    </message>
    <message>
        <source>nearly all of {} requests a second would be refused and tried again, about {} tries a second</source>
        <translation>fast alle von {} Anfragen pro Sekunde würden abgewiesen und erneut versucht, etwa {} Versuche pro Sekunde</translation>
    </message>
    <message>
        <source>never steady, as nothing expires; average of month 1</source>
        <translation>nie eingeschwungen, da nichts abläuft; Mittel von Monat 1</translation>
    </message>
    <message>
        <source>no price in {}</source>
        <translation>kein Preis in {}</translation>
    </message>
    <message>
        <source>no traffic, query or job reaches {}</source>
        <translation>keine Last, Abfrage und kein Job erreicht {}</translation>
    </message>
    <message>
        <source>nothing of it can be: make it a second design and compare the two</source>
        <translation>nichts davon kann es: einen zweiten Entwurf daraus machen und beide vergleichen</translation>
    </message>
    <message>
        <source>nothing sends traffic in the scenario &quot;{}&quot;</source>
        <translation>nichts sendet Last im Szenario &quot;{}&quot;</translation>
    </message>
    <message>
        <source>nothing the fault is about sits in zone {}</source>
        <translation>nichts, was die Störung betrifft, liegt in Zone {}</translation>
    </message>
    <message>
        <source>one record that {} cannot handle stops its shard of {} until it expires</source>
        <translation>ein Datensatz, den {} nicht verarbeiten kann, hält seinen Shard von {} an, bis er abläuft</translation>
    </message>
    <message>
        <source>one {} takes</source>
        <translation>ein {} nimmt</translation>
    </message>
    <message>
        <source>per second x 86,400 x {} of the month</source>
        <translation>pro Sekunde x 86.400 x {} des Monats</translation>
    </message>
    <message>
        <source>practitioners tell of about 4 h, AWS gives no figure: {}</source>
        <translation>Praktiker berichten von etwa 4 h, AWS nennt keine Zahl: {}</translation>
    </message>
    <message>
        <source>price of one {}</source>
        <translation>Preis je {}</translation>
    </message>
    <message>
        <source>put a queue between them, or set its {} to another value</source>
        <translation>eine Warteschlange dazwischensetzen oder {} auf einen anderen Wert setzen</translation>
    </message>
    <message>
        <source>put {} between</source>
        <translation>{} dazwischensetzen</translation>
    </message>
    <message>
        <source>refused at {}</source>
        <translation>abgewiesen bei {}</translation>
    </message>
    <message>
        <source>remove it; nothing but the kind can be set there</source>
        <translation>entfernen; dort lässt sich nur die Art setzen</translation>
    </message>
    <message>
        <source>remove it; what can be set there is {}</source>
        <translation>entfernen; dort lässt sich setzen: {}</translation>
    </message>
    <message>
        <source>remove {} or replace it by a custom server</source>
        <translation>{} entfernen oder durch einen eigenen Server ersetzen</translation>
    </message>
    <message>
        <source>row has {} fields where the first row has {}</source>
        <translation>Zeile hat {} Felder, die erste {}</translation>
    </message>
    <message>
        <source>seen in sampled steady traffic: a peak grows with the time that is watched</source>
        <translation>in gleichmäßiger Last in Stichproben gesehen: Eine Spitze wächst mit der betrachteten Zeit</translation>
    </message>
    <message>
        <source>set its {} to {}</source>
        <translation>{} auf {} setzen</translation>
    </message>
    <message>
        <source>set {} to new-image or another view</source>
        <translation>{} auf new-image oder eine andere Ansicht setzen</translation>
    </message>
    <message>
        <source>set {} to {}</source>
        <translation>{} auf {} setzen</translation>
    </message>
    <message>
        <source>set {} to {}, or let it wait for nothing</source>
        <translation>{} auf {} setzen oder auf nichts warten lassen</translation>
    </message>
    <message>
        <source>share on the busiest of the {}</source>
        <translation>Anteil auf dem am meisten belasteten der {}</translation>
    </message>
    <message>
        <source>spread of the {} peaks of one stretch</source>
        <translation>Streuung der {} Spitzen einer Strecke</translation>
    </message>
    <message>
        <source>start + inflow x month / 2</source>
        <translation>Anfang + Zufluss x Monat / 2</translation>
    </message>
    <message>
        <source>start + inflow x {:.1f} months</source>
        <translation>Anfang + Zufluss x {} Monate</translation>
    </message>
    <message>
        <source>steady state under the retention</source>
        <translation>eingeschwungen unter der Aufbewahrung</translation>
    </message>
    <message>
        <source>steady state: nothing had to be left out at the start (MSER-5)</source>
        <translation>eingeschwungen: Am Anfang war nichts wegzulassen (MSER-5)</translation>
    </message>
    <message>
        <source>steady state: the first {} s are left out of every replication (MSER-5)</source>
        <translation>eingeschwungen: Die ersten {} s jeder Replikation sind weggelassen (MSER-5)</translation>
    </message>
    <message>
        <source>stored on average in month {}</source>
        <translation>im Mittel von Monat {} gespeichert</translation>
    </message>
    <message>
        <source>stored x {} h / {} h</source>
        <translation>gespeichert x {} h / {} h</translation>
    </message>
    <message>
        <source>the content nests deeper than {} levels</source>
        <translation>der Inhalt ist tiefer als {} Ebenen verschachtelt</translation>
    </message>
    <message>
        <source>the file is larger than {} MB</source>
        <translation>die Datei ist größer als {} MB</translation>
    </message>
    <message>
        <source>the first {} s of the scenario</source>
        <translation>die ersten {} s des Szenarios</translation>
    </message>
    <message>
        <source>the number {} is too large</source>
        <translation>die Zahl {} ist zu groß</translation>
    </message>
    <message>
        <source>the range is AWS&apos;s, the default is not in it: {}</source>
        <translation>der Bereich ist von AWS, die Vorgabe nicht darin: {}</translation>
    </message>
    <message>
        <source>the rest {}</source>
        <translation>der Rest {}</translation>
    </message>
    <message>
        <source>the scenario lasts {} s</source>
        <translation>das Szenario dauert {} s</translation>
    </message>
    <message>
        <source>the stretch it was seen in was run only once</source>
        <translation>die Strecke, in der sie auftrat, lief nur einmal</translation>
    </message>
    <message>
        <source>the trace &quot;{}&quot; has not been read</source>
        <translation>die Aufzeichnung &quot;{}&quot; wurde nicht gelesen</translation>
    </message>
    <message>
        <source>there is no figure &quot;{}&quot;</source>
        <translation>es gibt keine Größe &quot;{}&quot;</translation>
    </message>
    <message>
        <source>there is no scenario &quot;{}&quot;</source>
        <translation>es gibt kein Szenario &quot;{}&quot;</translation>
    </message>
    <message>
        <source>there is no scenario &apos;{}&apos;</source>
        <translation>es gibt kein Szenario &apos;{}&apos;</translation>
    </message>
    <message>
        <source>there is no version {} of the format</source>
        <translation>es gibt keine Version {} des Formats</translation>
    </message>
    <message>
        <source>there is no zone &quot;{}&quot;</source>
        <translation>es gibt keine Zone &quot;{}&quot;</translation>
    </message>
    <message>
        <source>there is none for &quot;{}&quot;</source>
        <translation>für &quot;{}&quot; gibt es keines</translation>
    </message>
    <message>
        <source>this is not valid JSON ({})</source>
        <translation>dies ist kein gültiges JSON ({})</translation>
    </message>
    <message>
        <source>traffic is given for &quot;{}&quot;, which is no component</source>
        <translation>Last ist angegeben für &quot;{}&quot;, das keine Komponente ist</translation>
    </message>
    <message>
        <source>traffic is given for {}, which is no source</source>
        <translation>Last ist angegeben für {}, das keine Quelle ist</translation>
    </message>
    <message>
        <source>transient: no steady state, {} still moves after half of the run; nothing was left out; run longer</source>
        <translation>nicht eingeschwungen: {} bewegt sich nach der Hälfte des Laufs noch; nichts wurde weggelassen; länger laufen lassen</translation>
    </message>
    <message>
        <source>update the program, or replace the component</source>
        <translation>das Programm aktualisieren oder die Komponente ersetzen</translation>
    </message>
    <message>
        <source>use at most {}</source>
        <translation>höchstens {} verwenden</translation>
    </message>
    <message>
        <source>use fewer attempts, lower the rate, or give {} more capacity</source>
        <translation>weniger Versuche, eine niedrigere Rate oder für {} mehr Kapazität verwenden</translation>
    </message>
    <message>
        <source>use one of: {}</source>
        <translation>eines verwenden von: {}</translation>
    </message>
    <message>
        <source>use {} to {}</source>
        <translation>{} bis {} verwenden</translation>
    </message>
    <message>
        <source>volumes are exact</source>
        <translation>Mengen sind exakt</translation>
    </message>
    <message>
        <source>was written by a newer Plimsoll (version {})</source>
        <translation>wurde von einem neueren Plimsoll geschrieben (Version {})</translation>
    </message>
    <message>
        <source>what can be changed of it: {}</source>
        <translation>ändern lässt sich davon: {}</translation>
    </message>
    <message>
        <source>what enters the loop of {} components goes round until the end, about {} messages in {} s</source>
        <translation>was in die Schleife von {} Komponenten gerät, kreist bis zum Ende, etwa {} Nachrichten in {} s</translation>
    </message>
    <message>
        <source>where most is sent</source>
        <translation>wo am meisten gesendet wird</translation>
    </message>
    <message>
        <source>where most was refused or waited</source>
        <translation>wo am meisten abgewiesen wurde oder wartete</translation>
    </message>
    <message>
        <source>where the first fault sets in</source>
        <translation>wo die erste Störung einsetzt</translation>
    </message>
    <message>
        <source>would send about {} messages a second, more than the {} that can be run one by one</source>
        <translation>würde etwa {} Nachrichten pro Sekunde senden, mehr als die {}, die einzeln laufen können</translation>
    </message>
    <message>
        <source>would send about {} messages and keep about {}, days of work one by one</source>
        <translation>würde etwa {} Nachrichten senden und etwa {} behalten, Tage einzelner Arbeit</translation>
    </message>
    <message>
        <source>write {}@ID with the id of a component or connection</source>
        <translation>{}@ID mit der Id einer Komponente oder Verbindung schreiben</translation>
    </message>
    <message>
        <source>{} (auto)</source>
        <translation>{} (auto)</translation>
    </message>
    <message>
        <source>{} and {} cost the same.</source>
        <translation>{} und {} kosten gleich viel.</translation>
    </message>
    <message>
        <source>{} are more than the {} a run keeps</source>
        <translation>{} sind mehr als die {}, die ein Lauf behält</translation>
    </message>
    <message>
        <source>{} asked</source>
        <translation>{} verlangt</translation>
    </message>
    <message>
        <source>{} asked x share of the hottest key</source>
        <translation>{} verlangt x Anteil des heißesten Schlüssels</translation>
    </message>
    <message>
        <source>{} at most: vary less or in larger steps</source>
        <translation>höchstens {}: weniger oder in größeren Schritten variieren</translation>
    </message>
    <message>
        <source>{} at the end</source>
        <translation>{} am Ende</translation>
    </message>
    <message>
        <source>{} at {} at most {}</source>
        <translation>{} bei {} höchstens {}</translation>
    </message>
    <message>
        <source>{} binds on {} ({} at its worst, {} refused).</source>
        <translation>{} ist begrenzt durch {} ({} im schlimmsten Fall, {} abgewiesen).</translation>
    </message>
    <message>
        <source>{} binds on {} ({}).</source>
        <translation>{} ist begrenzt durch {} ({}).</translation>
    </message>
    <message>
        <source>{} calls {}</source>
        <translation>{} ruft {} auf</translation>
    </message>
    <message>
        <source>{} can be drawn but not run yet</source>
        <translation>{} kann gezeichnet, aber noch nicht ausgeführt werden</translation>
    </message>
    <message>
        <source>{} can be drawn but not simulated yet</source>
        <translation>{} kann gezeichnet, aber noch nicht simuliert werden</translation>
    </message>
    <message>
        <source>{} cannot be saved: the file is write-protected</source>
        <translation>{} lässt sich nicht speichern: Die Datei ist schreibgeschützt</translation>
    </message>
    <message>
        <source>{} cannot wait for the end of {} while its {} is {}</source>
        <translation>{} kann nicht auf das Ende von {} warten, solange {} den Wert {} hat</translation>
    </message>
    <message>
        <source>{} copies its changes to {}</source>
        <translation>{} kopiert seine Änderungen nach {}</translation>
    </message>
    <message>
        <source>{} costs {} more a month than {}: {} against {}</source>
        <translation>{} kostet {} mehr im Monat als {}: {} gegenüber {}</translation>
    </message>
    <message>
        <source>{} days</source>
        <translation>{} Tage</translation>
    </message>
    <message>
        <source>{} delivers to {}, and {} are connected</source>
        <translation>{} liefert an {}, und {} sind verbunden</translation>
    </message>
    <message>
        <source>{} failed: do not trust this run.</source>
        <translation>{} fehlgeschlagen: Diesem Lauf nicht trauen.</translation>
    </message>
    <message>
        <source>{} falls behind by {}</source>
        <translation>{} bleibt um {} zurück</translation>
    </message>
    <message>
        <source>{} fixes its own hours: {}</source>
        <translation>{} legt eigene Stunden fest: {}</translation>
    </message>
    <message>
        <source>{} from {} to {} {}</source>
        <translation>{} von {} auf {} {}</translation>
    </message>
    <message>
        <source>{} h {} min</source>
        <translation>{} h {} min</translation>
    </message>
    <message>
        <source>{} in the month</source>
        <translation>{} im Monat</translation>
    </message>
    <message>
        <source>{} is about months only</source>
        <translation>{} handelt nur von Monaten</translation>
    </message>
    <message>
        <source>{} is cheaper at every rate from {} to {}, sizes growing with the rate.</source>
        <translation>{} ist bei jeder Rate von {} bis {} günstiger, wobei die Größen mit der Rate wachsen.</translation>
    </message>
    <message>
        <source>{} is connected to itself</source>
        <translation>{} ist mit sich selbst verbunden</translation>
    </message>
    <message>
        <source>{} is near its limit of {} ({}).</source>
        <translation>{} ist nahe an seinem Limit von {} ({}).</translation>
    </message>
    <message>
        <source>{} is not above 0 and at most 8,784</source>
        <translation>{} ist nicht über 0 und höchstens 8.784</translation>
    </message>
    <message>
        <source>{} is not connected to anything</source>
        <translation>{} ist mit nichts verbunden</translation>
    </message>
    <message>
        <source>{} is of another type than {}, whose dead letters it takes</source>
        <translation>{} ist von anderem Typ als {}, dessen Dead-Letter-Nachrichten es nimmt</translation>
    </message>
    <message>
        <source>{} is of the service &quot;{}&quot;, which this version does not know</source>
        <translation>{} gehört zum Service &quot;{}&quot;, den diese Version nicht kennt</translation>
    </message>
    <message>
        <source>{} keeps the order and so sends to queues only, and {} is none</source>
        <translation>{} bewahrt die Reihenfolge und sendet daher nur an Warteschlangen, und {} ist keine</translation>
    </message>
    <message>
        <source>{} keeps the order of message groups, and what {} sends to it names none</source>
        <translation>{} bewahrt die Reihenfolge von Nachrichtengruppen, und was {} schickt, nennt keine</translation>
    </message>
    <message>
        <source>{} loads from {}</source>
        <translation>{} lädt aus {}</translation>
    </message>
    <message>
        <source>{} lost{}.</source>
        <translation>{} verloren{}.</translation>
    </message>
    <message>
        <source>{} min {} s</source>
        <translation>{} min {} s</translation>
    </message>
    <message>
        <source>{} minimum, one for each copy; {}</source>
        <translation>mindestens {}, einer je Kopie; {}</translation>
    </message>
    <message>
        <source>{} minimum, {}; {} recommended at {}% ({})</source>
        <translation>mindestens {}, {}; empfohlen {} bei {}% ({})</translation>
    </message>
    <message>
        <source>{} notifies {}</source>
        <translation>{} benachrichtigt {}</translation>
    </message>
    <message>
        <source>{} on average x {} h</source>
        <translation>{} im Mittel x {} h</translation>
    </message>
    <message>
        <source>{} on the hottest key</source>
        <translation>{} auf dem heißesten Schlüssel</translation>
    </message>
    <message>
        <source>{} only sends work, so the connection goes from {} to {}</source>
        <translation>{} sendet nur Arbeit, daher geht die Verbindung von {} zu {}</translation>
    </message>
    <message>
        <source>{} per day</source>
        <translation>{} pro Tag</translation>
    </message>
    <message>
        <source>{} points at most</source>
        <translation>höchstens {} Punkte</translation>
    </message>
    <message>
        <source>{} polls the changes of {}, whose {} is off</source>
        <translation>{} liest die Änderungen von {}, dessen {} aus ist</translation>
    </message>
    <message>
        <source>{} readers share {}, where {}</source>
        <translation>{} Leser teilen sich {}, wo {}</translation>
    </message>
    <message>
        <source>{} reads {}</source>
        <translation>{} liest {}</translation>
    </message>
    <message>
        <source>{} records/s</source>
        <translation>{} Datensätze/s</translation>
    </message>
    <message>
        <source>{} shows a message again after {} s, and {} may work on it for {} s{}</source>
        <translation>{} zeigt eine Nachricht nach {} s wieder, und {} darf {} s daran arbeiten{}</translation>
    </message>
    <message>
        <source>{} starts {}</source>
        <translation>{} startet {}</translation>
    </message>
    <message>
        <source>{} steady level{} for {:.1f} h, {} of {:.0f} s in all {} run as {}; {} of {} messages simulated{}</source>
        <translation>{} gleichmäßige Niveaus{} für {} h, {} von {} s insgesamt {} liefen als {}; {} von {} Nachrichten simuliert{}</translation>
    </message>
    <message>
        <source>{} takes records out of {} in batches, which its {} rules out</source>
        <translation>{} nimmt Datensätze aus {} in Batches, was {} ausschließt</translation>
    </message>
    <message>
        <source>{} to {} cannot be of the kind {}</source>
        <translation>{} zu {} kann nicht von der Art {} sein</translation>
    </message>
    <message>
        <source>{} to {} is custom code: no integration of these two is known, so the behaviour is an assumption</source>
        <translation>{} zu {} ist eigener Code: Keine Integration dieser beiden ist bekannt, daher ist das Verhalten eine Annahme</translation>
    </message>
    <message>
        <source>{} to {} s of the scenario</source>
        <translation>{} bis {} s des Szenarios</translation>
    </message>
    <message>
        <source>{} users at the peak of the scenario are more than can be simulated</source>
        <translation>{} Benutzer in der Spitze des Szenarios sind mehr, als simuliert werden können</translation>
    </message>
    <message>
        <source>{} uses {}</source>
        <translation>{} benutzt {}</translation>
    </message>
    <message>
        <source>{} would be polled {} times a second by their readers</source>
        <translation>{} würde von seinen Lesern {}-mal pro Sekunde gefragt</translation>
    </message>
    <message>
        <source>{} writes to {}</source>
        <translation>{} schreibt nach {}</translation>
    </message>
    <message>
        <source>{} x {} h x 3,600 / {} s observed</source>
        <translation>{} x {} h x 3.600 / {} s beobachtet</translation>
    </message>
    <message>
        <source>{} {} free</source>
        <translation>{} {} frei</translation>
    </message>
    <message>
        <source>{}, minimum</source>
        <translation>{}, mindestens</translation>
    </message>
    <message>
        <source>{}, recommended</source>
        <translation>{}, empfohlen</translation>
    </message>
    <message>
        <source>{}, utilisation</source>
        <translation>{}, Auslastung</translation>
    </message>
    <message>
        <source>{}/parameters/{}</source>
        <translation>{}/parameters/{}</translation>
    </message>
    <message>
        <source>{}: `{}` has no effect on a {} from {} to {}</source>
        <translation>{}: `{}` hat keine Wirkung auf {} von {} zu {}</translation>
    </message>
    <message>
        <source>{}: not distinguishable ({}{} +- {}).</source>
        <translation>{}: nicht unterscheidbar ({}{} +- {}).</translation>
    </message>
    <message>
        <source>{}: the same in every replication.</source>
        <translation>{}: in jeder Replikation gleich.</translation>
    </message>
    <message>
        <source>{}: the same.</source>
        <translation>{}: gleich.</translation>
    </message>
    <message>
        <source>{}: traffic</source>
        <translation>{}: Last</translation>
    </message>
    <message>
        <source>{}: {} is {} by {} +- {}.</source>
        <translation>{1}: {2} ist um {4} +- {5} {3}.</translation>
    </message>
    <message>
        <source>{}: {} is {} by {} in every replication.</source>
        <translation>{1}: {2} ist in jeder Replikation um {4} {3}.</translation>
    </message>
    <message>
        <source>{}: {} is {} by {}, in one replication.</source>
        <translation>{1}: {2} ist in einer Replikation um {4} {3}.</translation>
    </message>
    <message>
        <source>{}price quoted by third parties only</source>
        <translation>{}Preis nur von Dritten genannt</translation>
    </message>
    <message>
        <source>{}use --price-book with one of {}, or with the file of your own book</source>
        <translation>{}--price-book mit einem von {} oder der Datei eines eigenen Preisbuchs verwenden</translation>
    </message>
    <message>
        <source> every {what}, one load at a time</source>
        <translation> alle {what}, ein Ladevorgang auf einmal</translation>
    </message>
    <message>
        <source> in batches of up to {what}</source>
        <translation> in Batches von bis zu {what}</translation>
    </message>
    <message>
        <source>, as step {step} of {steps}</source>
        <translation>, als Schritt {step} von {steps}</translation>
    </message>
    <message>
        <source>, at most {what} at a time</source>
        <translation>, höchstens {what} auf einmal</translation>
    </message>
    <message>
        <source>, at {what} times the record&apos;s size</source>
        <translation>, mit dem {what}-Fachen der Größe des Datensatzes</translation>
    </message>
    <message>
        <source>, for {what}% of the work</source>
        <translation>, für {what}% der Arbeit</translation>
    </message>
    <message>
        <source>, giving up after {what}</source>
        <translation>, gibt nach {what} auf</translation>
    </message>
    <message>
        <source>, in parallel</source>
        <translation>, parallel</translation>
    </message>
    <message>
        <source>, keeping {what}% of them</source>
        <translation>, behält {what}% davon</translation>
    </message>
    <message>
        <source>, waiting at most {what} for a full one</source>
        <translation>, wartet höchstens {what} auf einen vollen</translation>
    </message>
    <message>
        <source>, which matches its rule</source>
        <translation>, die auf die Regel passen</translation>
    </message>
    <message>
        <source>, with at most {what}</source>
        <translation>, mit höchstens {what}</translation>
    </message>
    <message>
        <source>, {what} at a time</source>
        <translation>, {what} auf einmal</translation>
    </message>
    <message>
        <source>, {what} bytes each</source>
        <translation>, je {what} Bytes</translation>
    </message>
    <message>
        <source>, {what} per shard at a time</source>
        <translation>, {what} pro Shard auf einmal</translation>
    </message>
    <message>
        <source>, {what} per {per}</source>
        <translation>, {what} pro {per}</translation>
    </message>
    <message>
        <source>413: too large for a function</source>
        <translation>413: zu groß für eine Funktion</translation>
    </message>
    <message>
        <source>502: target not reached</source>
        <translation>502: Ziel nicht erreicht</translation>
    </message>
    <message>
        <source>503: no target</source>
        <translation>503: kein Ziel</translation>
    </message>
    <message>
        <source>504: target too slow</source>
        <translation>504: Ziel zu langsam</translation>
    </message>
    <message>
        <source>; {what} is not repeated</source>
        <translation>; {what} wird nicht wiederholt</translation>
    </message>
    <message>
        <source>; {what} is repeated at most {times}</source>
        <translation>; {what} wird höchstens {times} wiederholt</translation>
    </message>
    <message>
        <source>; {what} is repeated until its records expire</source>
        <translation>; {what} wird wiederholt, bis die Datensätze ablaufen</translation>
    </message>
    <message>
        <source>Age of the oldest record</source>
        <translation>Alter des ältesten Datensatzes</translation>
    </message>
    <message>
        <source>COPY loads</source>
        <translation>COPY-Ladevorgänge</translation>
    </message>
    <message>
        <source>Delay mean</source>
        <translation>Verzögerung Mittel</translation>
    </message>
    <message>
        <source>Delay p50</source>
        <translation>Verzögerung p50</translation>
    </message>
    <message>
        <source>Delay p90</source>
        <translation>Verzögerung p90</translation>
    </message>
    <message>
        <source>Delay p95</source>
        <translation>Verzögerung p95</translation>
    </message>
    <message>
        <source>Delay p99</source>
        <translation>Verzögerung p99</translation>
    </message>
    <message>
        <source>Delay p99.9</source>
        <translation>Verzögerung p99.9</translation>
    </message>
    <message>
        <source>Mean freshness</source>
        <translation>Mittlere Aktualität</translation>
    </message>
    <message>
        <source>Peak backlog</source>
        <translation>Höchster Rückstand</translation>
    </message>
    <message>
        <source>Records lost</source>
        <translation>Verlorene Datensätze</translation>
    </message>
    <message>
        <source>Response mean</source>
        <translation>Antwortzeit Mittel</translation>
    </message>
    <message>
        <source>Response p50</source>
        <translation>Antwortzeit p50</translation>
    </message>
    <message>
        <source>Response p90</source>
        <translation>Antwortzeit p90</translation>
    </message>
    <message>
        <source>Response p95</source>
        <translation>Antwortzeit p95</translation>
    </message>
    <message>
        <source>Response p99</source>
        <translation>Antwortzeit p99</translation>
    </message>
    <message>
        <source>Response p99.9</source>
        <translation>Antwortzeit p99.9</translation>
    </message>
    <message>
        <source>Share failed</source>
        <translation>Anteil fehlgeschlagen</translation>
    </message>
    <message>
        <source>Share throttled</source>
        <translation>Anteil gedrosselt</translation>
    </message>
    <message>
        <source>Worst freshness</source>
        <translation>Schlechteste Aktualität</translation>
    </message>
    <message>
        <source>a failed batch</source>
        <translation>ein gescheiterter Batch</translation>
    </message>
    <message>
        <source>a failed delivery</source>
        <translation>eine gescheiterte Lieferung</translation>
    </message>
    <message>
        <source>a month entirely like {}</source>
        <translation>ein Monat ganz wie {}</translation>
    </message>
    <message>
        <source>above {} {} x {}</source>
        <translation>über {} {} x {}</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>asynchronous retries</source>
        <translation>asynchrone Wiederholungen</translation>
    </message>
    <message>
        <source>attempts made again</source>
        <translation>erneut gemachte Versuche</translation>
    </message>
    <message>
        <source>attempts that failed</source>
        <translation>gescheiterte Versuche</translation>
    </message>
    <message>
        <source>backlog</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>batch retries</source>
        <translation>Batch-Wiederholungen</translation>
    </message>
    <message>
        <source>buffers that grew beyond their hint</source>
        <translation>Puffer, die über ihre Vorgabe wuchsen</translation>
    </message>
    <message>
        <source>by {}</source>
        <translation>nach {}</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>calls stopped by the breaker</source>
        <translation>vom Circuit Breaker angehaltene Aufrufe</translation>
    </message>
    <message>
        <source>capture retries</source>
        <translation>Wiederholungen der Erfassung</translation>
    </message>
    <message>
        <source>changes applied</source>
        <translation>angewandte Änderungen</translation>
    </message>
    <message>
        <source>changes captured</source>
        <translation>erfasste Änderungen</translation>
    </message>
    <message>
        <source>changes too large for their stream</source>
        <translation>für ihren Stream zu große Änderungen</translation>
    </message>
    <message>
        <source>changes tried again</source>
        <translation>erneut versuchte Änderungen</translation>
    </message>
    <message>
        <source>cheaper</source>
        <translation>günstiger</translation>
    </message>
    <message>
        <source>checkpoints</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>cold starts</source>
        <translation>Kaltstarts</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>concurrency</source>
        <translation>Parallelität</translation>
    </message>
    <message>
        <source>connections opened</source>
        <translation>geöffnete Verbindungen</translation>
    </message>
    <message>
        <source>connections reset</source>
        <translation>zurückgesetzte Verbindungen</translation>
    </message>
    <message>
        <source>conservation at {}</source>
        <translation>Erhaltung bei {}</translation>
    </message>
    <message>
        <source>conservation of the run</source>
        <translation>Erhaltung des Laufs</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>Zählungen</translation>
    </message>
    <message>
        <source>courses</source>
        <translation>Verläufe</translation>
    </message>
    <message>
        <source>delay mean</source>
        <translation>Verzögerung Mittel</translation>
    </message>
    <message>
        <source>delay p50</source>
        <translation>Verzögerung p50</translation>
    </message>
    <message>
        <source>delay p99</source>
        <translation>Verzögerung p99</translation>
    </message>
    <message>
        <source>delay-p99 at {}</source>
        <translation>Verzögerung p99 bei {}</translation>
    </message>
    <message>
        <source>deleted too late</source>
        <translation>zu spät gelöscht</translation>
    </message>
    <message>
        <source>deliveries given up and lost</source>
        <translation>aufgegebene und verlorene Lieferungen</translation>
    </message>
    <message>
        <source>delivery retries</source>
        <translation>Lieferwiederholungen</translation>
    </message>
    <message>
        <source>delivery timeouts</source>
        <translation>Liefer-Timeouts</translation>
    </message>
    <message>
        <source>delivery tries</source>
        <translation>Lieferversuche</translation>
    </message>
    <message>
        <source>documents indexed</source>
        <translation>indizierte Dokumente</translation>
    </message>
    <message>
        <source>empty receives</source>
        <translation>leere Empfänge</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>Endwerte</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>errors answered from memory</source>
        <translation>aus dem Cache beantwortete Fehler</translation>
    </message>
    <message>
        <source>errors of targets</source>
        <translation>Fehler der Ziele</translation>
    </message>
    <message>
        <source>evictions</source>
        <translation>Verdrängungen</translation>
    </message>
    <message>
        <source>executions started by Map states</source>
        <translation>von Map-Zuständen gestartete Ausführungen</translation>
    </message>
    <message>
        <source>executions that took too long</source>
        <translation>Ausführungen, die zu lange dauerten</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>failovers</source>
        <translation>Failover</translation>
    </message>
    <message>
        <source>failures caught</source>
        <translation>gefangene Fehler</translation>
    </message>
    <message>
        <source>faster</source>
        <translation>schneller</translation>
    </message>
    <message>
        <source>fetches answered</source>
        <translation>beantwortete Abrufe</translation>
    </message>
    <message>
        <source>fetches held back</source>
        <translation>zurückgehaltene Abrufe</translation>
    </message>
    <message>
        <source>filtered records</source>
        <translation>ausgefilterte Datensätze</translation>
    </message>
    <message>
        <source>first {} {} x {}</source>
        <translation>erste {} {} x {}</translation>
    </message>
    <message>
        <source>flushed by size</source>
        <translation>nach Größe geleert</translation>
    </message>
    <message>
        <source>flushed by time</source>
        <translation>nach Zeit geleert</translation>
    </message>
    <message>
        <source>freshness</source>
        <translation>Aktualität</translation>
    </message>
    <message>
        <source>freshness-max at {}</source>
        <translation>schlechteste Aktualität bei {}</translation>
    </message>
    <message>
        <source>full loads finished</source>
        <translation>beendete volle Ladevorgänge</translation>
    </message>
    <message>
        <source>head-room</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>idle for too long</source>
        <translation>zu lange ungenutzt</translation>
    </message>
    <message>
        <source>in the month</source>
        <translation>im Monat</translation>
    </message>
    <message>
        <source>inputs too large</source>
        <translation>zu große Eingaben</translation>
    </message>
    <message>
        <source>jobs finished</source>
        <translation>beendete Jobs</translation>
    </message>
    <message>
        <source>jobs refused</source>
        <translation>abgewiesene Jobs</translation>
    </message>
    <message>
        <source>jobs skipped</source>
        <translation>ausgelassene Jobs</translation>
    </message>
    <message>
        <source>jobs started</source>
        <translation>gestartete Jobs</translation>
    </message>
    <message>
        <source>journeys sum to their total</source>
        <translation>Teilstrecken ergeben ihre Summe</translation>
    </message>
    <message>
        <source>late records</source>
        <translation>verspätete Datensätze</translation>
    </message>
    <message>
        <source>levels</source>
        <translation>Niveaus</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>maxima</source>
        <translation>Höchstwerte</translation>
    </message>
    <message>
        <source>messages deleted</source>
        <translation>gelöschte Nachrichten</translation>
    </message>
    <message>
        <source>messages received</source>
        <translation>empfangene Nachrichten</translation>
    </message>
    <message>
        <source>messages received and throttled</source>
        <translation>empfangene und gedrosselte Nachrichten</translation>
    </message>
    <message>
        <source>messages that came back</source>
        <translation>zurückgekommene Nachrichten</translation>
    </message>
    <message>
        <source>misses</source>
        <translation>Fehlzugriffe</translation>
    </message>
    <message>
        <source>misses that waited for another&apos;s</source>
        <translation>Fehlzugriffe, die auf den eines anderen warteten</translation>
    </message>
    <message>
        <source>moved back to their queue</source>
        <translation>in ihre Warteschlange zurückgeschickt</translation>
    </message>
    <message>
        <source>next {} {} x {}</source>
        <translation>nächste {} {} x {}</translation>
    </message>
    <message>
        <source>no head-room</source>
        <translation>keine Reserve</translation>
    </message>
    <message>
        <source>notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>objects delivered</source>
        <translation>gelieferte Objekte</translation>
    </message>
    <message>
        <source>one run</source>
        <translation>ein Lauf</translation>
    </message>
    <message>
        <source>parts of each sampled message</source>
        <translation>Teile jeder Nachricht der Stichprobe</translation>
    </message>
    <message>
        <source>peaks</source>
        <translation>Spitzen</translation>
    </message>
    <message>
        <source>puts without enough brokers in sync</source>
        <translation>Puts ohne genug synchrone Broker</translation>
    </message>
    <message>
        <source>queries finished</source>
        <translation>beendete Abfragen</translation>
    </message>
    <message>
        <source>queries that took too long</source>
        <translation>Abfragen, die zu lange dauerten</translation>
    </message>
    <message>
        <source>read capacity</source>
        <translation>Lesekapazität</translation>
    </message>
    <message>
        <source>reads held back</source>
        <translation>zurückgehaltene Lesezugriffe</translation>
    </message>
    <message>
        <source>records filtered</source>
        <translation>ausgefilterte Datensätze</translation>
    </message>
    <message>
        <source>records to the error prefix</source>
        <translation>Datensätze an das Fehlerpräfix</translation>
    </message>
    <message>
        <source>redrives refused</source>
        <translation>abgewiesene Redrives</translation>
    </message>
    <message>
        <source>refreshes</source>
        <translation>Aktualisierungen</translation>
    </message>
    <message>
        <source>refreshes failed</source>
        <translation>gescheiterte Aktualisierungen</translation>
    </message>
    <message>
        <source>refreshes skipped</source>
        <translation>ausgelassene Aktualisierungen</translation>
    </message>
    <message>
        <source>refused by the scaling rate</source>
        <translation>durch die Skalierungsrate abgewiesen</translation>
    </message>
    <message>
        <source>refused less</source>
        <translation>weniger abgewiesen</translation>
    </message>
    <message>
        <source>refused with 429</source>
        <translation>mit 429 abgewiesen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>response mean</source>
        <translation>Antwortzeit Mittel</translation>
    </message>
    <message>
        <source>response p50</source>
        <translation>Antwortzeit p50</translation>
    </message>
    <message>
        <source>response p99</source>
        <translation>Antwortzeit p99</translation>
    </message>
    <message>
        <source>response-p99 at {}</source>
        <translation>Antwortzeit p99 bei {}</translation>
    </message>
    <message>
        <source>restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>results reused</source>
        <translation>wiederverwendete Ergebnisse</translation>
    </message>
    <message>
        <source>results sent again</source>
        <translation>erneut geschickte Ergebnisse</translation>
    </message>
    <message>
        <source>retries beyond the SDK&apos;s quota</source>
        <translation>Wiederholungen über das Kontingent des SDK hinaus</translation>
    </message>
    <message>
        <source>retries beyond the budget</source>
        <translation>Wiederholungen über das Budget hinaus</translation>
    </message>
    <message>
        <source>retries of states</source>
        <translation>Wiederholungen von Zuständen</translation>
    </message>
    <message>
        <source>searches</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Bedienung</translation>
    </message>
    <message>
        <source>shared reads</source>
        <translation>gemeinsame Lesezugriffe</translation>
    </message>
    <message>
        <source>shares</source>
        <translation>Anteile</translation>
    </message>
    <message>
        <source>splits</source>
        <translation>Aufteilungen</translation>
    </message>
    <message>
        <source>state transitions</source>
        <translation>Zustandsübergänge</translation>
    </message>
    <message>
        <source>stream GetRecords calls</source>
        <translation>GetRecords-Aufrufe des Streams</translation>
    </message>
    <message>
        <source>taken with their capacity</source>
        <translation>mit ihrer Kapazität entzogen</translation>
    </message>
    <message>
        <source>targets removed</source>
        <translation>entfernte Ziele</translation>
    </message>
    <message>
        <source>targets returned</source>
        <translation>zurückgekehrte Ziele</translation>
    </message>
    <message>
        <source>throttled</source>
        <translation>gedrosselt</translation>
    </message>
    <message>
        <source>throttled-share at {}</source>
        <translation>Anteil gedrosselt bei {}</translation>
    </message>
    <message>
        <source>timeouts</source>
        <translation>Timeouts</translation>
    </message>
    <message>
        <source>times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>times the breaker opened</source>
        <translation>Öffnungen des Circuit Breakers</translation>
    </message>
    <message>
        <source>too large to publish</source>
        <translation>zu groß zum Veröffentlichen</translation>
    </message>
    <message>
        <source>transformation calls</source>
        <translation>Transformationsaufrufe</translation>
    </message>
    <message>
        <source>transformation retries</source>
        <translation>Transformationswiederholungen</translation>
    </message>
    <message>
        <source>waited too long for a connection</source>
        <translation>zu lange auf eine Verbindung gewartet</translation>
    </message>
    <message>
        <source>waits for concurrency</source>
        <translation>Warten auf Parallelität</translation>
    </message>
    <message>
        <source>windows fired</source>
        <translation>ausgelöste Fenster</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>Schreibzugriffe</translation>
    </message>
    <message>
        <source>writes with nowhere to go</source>
        <translation>Schreibzugriffe ohne Ziel</translation>
    </message>
    <message>
        <source>{from} calls {to} once per {per} and waits for the answer</source>
        <translation>{from} ruft {to} einmal pro {per} auf und wartet auf die Antwort</translation>
    </message>
    <message>
        <source>{from} calls {to} {what} per {per} and waits for the answer</source>
        <translation>{from} ruft {to} {what} pro {per} auf und wartet auf die Antwort</translation>
    </message>
    <message>
        <source>{from} copies its changes to {to} in the background</source>
        <translation>{from} kopiert seine Änderungen im Hintergrund nach {to}</translation>
    </message>
    <message>
        <source>{from} is connected to {to}, in a way this version does not know</source>
        <translation>{from} ist auf eine Art mit {to} verbunden, die diese Version nicht kennt</translation>
    </message>
    <message>
        <source>{from} notifies {to} and does not wait</source>
        <translation>{from} benachrichtigt {to} und wartet nicht</translation>
    </message>
    <message>
        <source>{from} reads {what} per {per} from {to}</source>
        <translation>{from} liest {what} pro {per} aus {to}</translation>
    </message>
    <message>
        <source>{from} sends {what} per {per} to {to}</source>
        <translation>{from} schickt {what} pro {per} an {to}</translation>
    </message>
    <message>
        <source>{from} starts {to} and does not wait</source>
        <translation>{from} startet {to} und wartet nicht</translation>
    </message>
    <message>
        <source>{from} starts {to} and waits for its callback</source>
        <translation>{from} startet {to} und wartet auf dessen Callback</translation>
    </message>
    <message>
        <source>{from} starts {to} and waits until it has finished</source>
        <translation>{from} startet {to} und wartet, bis es fertig ist</translation>
    </message>
    <message>
        <source>{from} unloads to {to}</source>
        <translation>{from} entlädt nach {to}</translation>
    </message>
    <message>
        <source>{from} uses {to}, which adds no traffic of its own</source>
        <translation>{from} benutzt {to}, was keine eigene Last hinzufügt</translation>
    </message>
    <message>
        <source>{from} writes its results to {to}</source>
        <translation>{from} schreibt seine Ergebnisse nach {to}</translation>
    </message>
    <message>
        <source>{from} writes up to {what} per call to {to}</source>
        <translation>{from} schreibt bis zu {what} pro Aufruf nach {to}</translation>
    </message>
    <message>
        <source>{from} writes {what} per {per} to {to}</source>
        <translation>{from} schreibt {what} pro {per} nach {to}</translation>
    </message>
    <message>
        <source>{from} writes {what} to {to}</source>
        <translation>{from} schreibt {what} nach {to}</translation>
    </message>
    <message>
        <source>{to} loads from {from}</source>
        <translation>{to} lädt aus {from}</translation>
    </message>
    <message>
        <source>{to} reads {from}</source>
        <translation>{to} liest {from}</translation>
    </message>
    <message>
        <source>{} by {}</source>
        <translation>{} für {}</translation>
    </message>
    <message>
        <source>{} of the month</source>
        <translation>{} des Monats</translation>
    </message>
    <message>
        <source>{} x {}</source>
        <translation>{} x {}</translation>
    </message>
    <message>
        <source>{} {} x {}</source>
        <translation>{} {} x {}</translation>
    </message>
    <message>
        <source>{}% used</source>
        <translation>{}% genutzt</translation>
    </message>
    <message>
        <source> as of {}</source>
        <translation> Stand {}</translation>
    </message>
    <message>
        <source>, and {} more</source>
        <translation>, und {} weitere</translation>
    </message>
    <message>
        <source>, seed {}, {}</source>
        <translation>, Startwert {}, {}</translation>
    </message>
    <message>
        <source>, {}, {} simulated</source>
        <translation>, {}, {} simuliert</translation>
    </message>
    <message>
        <source>; +-{} takes about {}</source>
        <translation>; +-{} braucht etwa {}</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Audits</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Backlog grows by</source>
        <translation>Rückstand wächst um</translation>
    </message>
    <message>
        <source>Backlog peak</source>
        <translation>Höchster Rückstand</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Bytes/s</source>
        <translation>Bytes/s</translation>
    </message>
    <message>
        <source>Carried</source>
        <translation>Bewältigt</translation>
    </message>
    <message>
        <source>Changes were tried on </source>
        <translation>Änderungen wurden probiert über </translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>Consumer</source>
        <translation>Konsument</translation>
    </message>
    <message>
        <source>Consumers</source>
        <translation>Konsumenten</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Cost by component</source>
        <translation>Kosten nach Komponente</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Entschieden durch</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Geliefert</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Filtered</source>
        <translation>Ausgefiltert</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Growth/month</source>
        <translation>Wachstum/Monat</translation>
    </message>
    <message>
        <source>Half-widths at 95%</source>
        <translation>Halbe Breiten bei 95%</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Interval (95%)</source>
        <translation>Intervall (95%)</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>Intervalle</translation>
    </message>
    <message>
        <source>Journeys of sampled messages</source>
        <translation>Wege von Nachrichten der Stichprobe</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max.</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Mean time by part</source>
        <translation>Mittlere Zeit nach Teilen</translation>
    </message>
    <message>
        <source>Meant for it</source>
        <translation>Dafür gedacht</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>No bill: </source>
        <translation>Keine Rechnung: </translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Nothing in this design has a size to choose.</source>
        <translation>Nichts in diesem Entwurf hat eine wählbare Größe.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Objectives</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Of which abandoned</source>
        <translation>Davon aufgegeben</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Angeboten</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Ältester</translation>
    </message>
    <message>
        <source>Over the replications</source>
        <translation>Über die Replikationen</translation>
    </message>
    <message>
        <source>PARTIAL: stopped after {} of {}</source>
        <translation>UNVOLLSTÄNDIG: angehalten nach {} von {}</translation>
    </message>
    <message>
        <source>PARTIAL: stopped after {} of {} replications</source>
        <translation>UNVOLLSTÄNDIG: angehalten nach {} von {} Replikationen</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>Percentiles</source>
        <translation>Perzentile</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>Raten</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
    <message>
        <source>Records per second, from average rates.</source>
        <translation>Datensätze pro Sekunde, aus mittleren Raten.</translation>
    </message>
    <message>
        <source>Records/s</source>
        <translation>Datensätze/s</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Refused/s</source>
        <translation>Abgewiesen/s</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Retried</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Stichproben</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Bedienung</translation>
    </message>
    <message>
        <source>Share of records delivered within a delay</source>
        <translation>Anteil der Datensätze, geliefert innerhalb einer Verzögerung</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>Sink</source>
        <translation>Senke</translation>
    </message>
    <message>
        <source>Sizing</source>
        <translation>Dimensionierung</translation>
    </message>
    <message>
        <source>Stands for</source>
        <translation>Steht für</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Braucht</translation>
    </message>
    <message>
        <source>The total carries no interval</source>
        <translation>Die Summe trägt kein Intervall</translation>
    </message>
    <message>
        <source>The total carries no interval{}.</source>
        <translation>Die Summe trägt kein Intervall{}.</translation>
    </message>
    <message>
        <source>The total is within +- {} at 95%{}.</source>
        <translation>Die Summe ist zu 95% auf +- {} genau{}.</translation>
    </message>
    <message>
        <source>There is no bill: {why}</source>
        <translation>Es gibt keine Rechnung: {why}</translation>
    </message>
    <message>
        <source>Throttled</source>
        <translation>Gedrosselt</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Traffic over time</source>
        <translation>Last über die Zeit</translation>
    </message>
    <message>
        <source>Undelivered</source>
        <translation>Nicht geliefert</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Untitled design</source>
        <translation>Entwurf ohne Titel</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Fazit</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Where the time goes</source>
        <translation>Wohin die Zeit geht</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Work carried</source>
        <translation>Bewältigte Arbeit</translation>
    </message>
    <message>
        <source>backlog peak</source>
        <translation>höchster Rückstand</translation>
    </message>
    <message>
        <source>correlated: run longer</source>
        <translation>korreliert: länger laufen lassen</translation>
    </message>
    <message>
        <source>delay</source>
        <translation>Verzögerung</translation>
    </message>
    <message>
        <source>delay at </source>
        <translation>Verzögerung bei </translation>
    </message>
    <message>
        <source>delay at {}</source>
        <translation>Verzögerung bei {}</translation>
    </message>
    <message>
        <source>from {}</source>
        <translation>von {}</translation>
    </message>
    <message>
        <source>grows each month by</source>
        <translation>wächst jeden Monat um</translation>
    </message>
    <message>
        <source>insufficient: too few samples</source>
        <translation>unzureichend: zu wenige Stichproben</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>met</source>
        <translation>erreicht</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>verfehlt</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>none: see Intervals</source>
        <translation>keines: siehe Intervalle</translation>
    </message>
    <message>
        <source>oldest, peak s</source>
        <translation>ältester, Spitze s</translation>
    </message>
    <message>
        <source>prices of {}</source>
        <translation>Preise von {}</translation>
    </message>
    <message>
        <source>response</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>response to </source>
        <translation>Antwort an </translation>
    </message>
    <message>
        <source>response to {}</source>
        <translation>Antwort an {}</translation>
    </message>
    <message>
        <source>share failed</source>
        <translation>Anteil fehlgeschlagen</translation>
    </message>
    <message>
        <source>sized for you: {}</source>
        <translation>von selbst dimensioniert: {}</translation>
    </message>
    <message>
        <source>stale, mean s</source>
        <translation>veraltet, Mittel s</translation>
    </message>
    <message>
        <source>the mean {}</source>
        <translation>der Mittelwert {}</translation>
    </message>
    <message>
        <source>the run</source>
        <translation>der Lauf</translation>
    </message>
    <message>
        <source>the slowest 1% of {}s</source>
        <translation>die langsamsten 1% der {}en</translation>
    </message>
    <message>
        <source>the {} budget ended it after {}, +-{} not reached (widest: {}){}</source>
        <translation>das Budget ({}) beendete es nach {}, +-{} nicht erreicht (am unsichersten: {}){}</translation>
    </message>
    <message>
        <source>time inside</source>
        <translation>Zeit darin</translation>
    </message>
    <message>
        <source>too few</source>
        <translation>zu wenige</translation>
    </message>
    <message>
        <source>transient: not settled</source>
        <translation>nicht eingeschwungen</translation>
    </message>
    <message>
        <source>tried: {}</source>
        <translation>probiert: {}</translation>
    </message>
    <message>
        <source>undelivered</source>
        <translation>nicht geliefert</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>ohne Preis</translation>
    </message>
    <message>
        <source>widest interval: {}{}</source>
        <translation>breitestes Intervall: {}{}</translation>
    </message>
    <message>
        <source>{} is near or over a limit:{}.</source>
        <translation>{} ist nahe an einem Limit oder darüber:{}.</translation>
    </message>
    <message>
        <source>{} more</source>
        <translation>{} weitere</translation>
    </message>
    <message>
        <source>{} not delivered yet, the oldest {}</source>
        <translation>{} noch nicht geliefert, der älteste {}</translation>
    </message>
    <message>
        <source>{} of {} hold.</source>
        <translation>{} von {} gelten.</translation>
    </message>
    <message>
        <source>{} {} from {} to {} ({})</source>
        <translation>{} {} von {} bis {} ({})</translation>
    </message>
    <message>
        <source>{}, delay</source>
        <translation>{}, Verzögerung</translation>
    </message>
    <message>
        <source>{}, from average rates over {}</source>
        <translation>{}, aus mittleren Raten über {}</translation>
    </message>
    <message>
        <source>{}, response</source>
        <translation>{}, Antwortzeit</translation>
    </message>
    <message>
        <source>{}: every watched figure is within +-{}{}</source>
        <translation>{}: jede betrachtete Größe ist auf +-{} genau{}</translation>
    </message>
    <message>
        <source>{}: message {}, born at {}</source>
        <translation>{}: Nachricht {}, entstanden bei {}</translation>
    </message>
    <message>
        <source>{}stale by {}{} on average, by at most {}</source>
        <translation>{1}im Mittel um {2}{3} veraltet, höchstens um {4}</translation>
    </message>
    <message>
        <source>{}{}, {} of the sampled: {}</source>
        <translation>{}{}, {} der Stichprobe: {}</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>elements</source>
        <translation>Elemente</translation>
    </message>
    <message>
        <source>one attempt</source>
        <translation>ein Versuch</translation>
    </message>
    <message>
        <source>one batch</source>
        <translation>einem Batch</translation>
    </message>
    <message>
        <source>one call</source>
        <translation>ein Aufruf</translation>
    </message>
    <message>
        <source>one change</source>
        <translation>eine Änderung</translation>
    </message>
    <message>
        <source>one document</source>
        <translation>ein Dokument</translation>
    </message>
    <message>
        <source>one element</source>
        <translation>ein Element</translation>
    </message>
    <message>
        <source>one event</source>
        <translation>ein Ereignis</translation>
    </message>
    <message>
        <source>one execution</source>
        <translation>eine Ausführung</translation>
    </message>
    <message>
        <source>one invocation</source>
        <translation>einen Aufruf</translation>
    </message>
    <message>
        <source>one item</source>
        <translation>ein Item</translation>
    </message>
    <message>
        <source>one job</source>
        <translation>einen Job</translation>
    </message>
    <message>
        <source>one message</source>
        <translation>eine Nachricht</translation>
    </message>
    <message>
        <source>one object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>one operation</source>
        <translation>eine Operation</translation>
    </message>
    <message>
        <source>one query</source>
        <translation>eine Abfrage</translation>
    </message>
    <message>
        <source>one record</source>
        <translation>einen Datensatz</translation>
    </message>
    <message>
        <source>one request</source>
        <translation>eine Anfrage</translation>
    </message>
    <message>
        <source>one row</source>
        <translation>eine Zeile</translation>
    </message>
    <message>
        <source>one time</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>one view</source>
        <translation>eine Ansicht</translation>
    </message>
    <message>
        <source>Bytes into a broker</source>
        <translation>Bytes in einen Broker</translation>
    </message>
    <message>
        <source>Bytes into a partition</source>
        <translation>Bytes in eine Partition</translation>
    </message>
    <message>
        <source>Bytes out of a broker</source>
        <translation>Bytes aus einem Broker</translation>
    </message>
    <message>
        <source>Bytes out of a partition</source>
        <translation>Bytes aus einer Partition</translation>
    </message>
    <message>
        <source>Bytes pushed to one enhanced consumer</source>
        <translation>An einen Enhanced-Fan-out-Konsumenten gepushte Bytes</translation>
    </message>
    <message>
        <source>Bytes read by shared consumers</source>
        <translation>Von gemeinsamen Konsumenten gelesene Bytes</translation>
    </message>
    <message>
        <source>Bytes written</source>
        <translation>Geschriebene Bytes</translation>
    </message>
    <message>
        <source>Children started by Map states</source>
        <translation>Von Map-Zuständen gestartete Kinder</translation>
    </message>
    <message>
        <source>GET requests</source>
        <translation>GET-Anfragen</translation>
    </message>
    <message>
        <source>GiB billed</source>
        <translation>Berechnete GiB</translation>
    </message>
    <message>
        <source>GiB scanned</source>
        <translation>Gelesene GiB</translation>
    </message>
    <message>
        <source>History of an execution</source>
        <translation>Verlauf einer Ausführung</translation>
    </message>
    <message>
        <source>Open executions</source>
        <translation>Offene Ausführungen</translation>
    </message>
    <message>
        <source>PUT requests</source>
        <translation>PUT-Anfragen</translation>
    </message>
    <message>
        <source>Read calls of shared consumers</source>
        <translation>Leseaufrufe gemeinsamer Konsumenten</translation>
    </message>
    <message>
        <source>Records written</source>
        <translation>Geschriebene Datensätze</translation>
    </message>
    <message>
        <source>Reads of one partition</source>
        <translation>Lesezugriffe einer Partition</translation>
    </message>
    <message>
        <source>Writes of one partition</source>
        <translation>Schreibzugriffe einer Partition</translation>
    </message>
    <message>
        <source>{} cannot deliver to {}</source>
        <translation>{} kann nicht an {} liefern</translation>
    </message>
    <message>
        <source>{} cannot read {}</source>
        <translation>{} kann {} nicht lesen</translation>
    </message>
    <message>
        <source>{} does not read {}</source>
        <translation>{} liest {} nicht</translation>
    </message>
    <message>
        <source>{} takes nothing from {}</source>
        <translation>{} nimmt nichts von {}</translation>
    </message>
    <message>
        <source>, and none of its limits is near</source>
        <translation>, und keines seiner Limits ist nahe</translation>
    </message>
    <message>
        <source>, held up by batches that fail and are tried again</source>
        <translation>, aufgehalten von Batches, die scheitern und erneut versucht werden</translation>
    </message>
    <message>
        <source>, {what} bytes for each record</source>
        <translation>, {what} Bytes für jeden Datensatz</translation>
    </message>
    <message>
        <source>: batches that fail and are tried again block shards for {}</source>
        <translation>: Batches, die scheitern und erneut versucht werden, blockieren Shards für {}</translation>
    </message>
    <message>
        <source>B per record</source>
        <translation>B pro Datensatz</translation>
    </message>
    <message>
        <source>Bytes written for each record taken in.</source>
        <translation>Für jeden aufgenommenen Datensatz geschriebene Bytes.</translation>
    </message>
    <message>
        <source>Call quota</source>
        <translation>Aufrufkontingent</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Calls for each record taken in; less than 1 where one serves several.</source>
        <translation>Aufrufe für jeden aufgenommenen Datensatz; weniger als 1, wo einer für mehrere reicht.</translation>
    </message>
    <message>
        <source>Calls, other asymmetric</source>
        <translation>Aufrufe, andere asymmetrische</translation>
    </message>
    <message>
        <source>Calls, symmetric and RSA 2048</source>
        <translation>Aufrufe, symmetrisch und RSA 2048</translation>
    </message>
    <message>
        <source>Customer managed keys</source>
        <translation>Kundenverwaltete Schlüssel</translation>
    </message>
    <message>
        <source>Depends on what is logged; a short line of text for each record</source>
        <translation>Hängt davon ab, was protokolliert wird; eine kurze Textzeile für jeden Datensatz</translation>
    </message>
    <message>
        <source>Depends on who looks at the logs</source>
        <translation>Hängt davon ab, wer die Logs ansieht</translation>
    </message>
    <message>
        <source>Each has its price; AWS managed keys have none.</source>
        <translation>Jeder hat seinen Preis; von AWS verwaltete Schlüssel haben keinen.</translation>
    </message>
    <message>
        <source>GB per day</source>
        <translation>GB pro Tag</translation>
    </message>
    <message>
        <source>GB/day</source>
        <translation>GB/Tag</translation>
    </message>
    <message>
        <source>Give what {component} calls the capacity that it lacks</source>
        <translation>Dem, was {component} aufruft, die fehlende Kapazität geben</translation>
    </message>
    <message>
        <source>How long logs are kept; 0 keeps them for good.</source>
        <translation>Wie lange Logs aufbewahrt werden; 0 behält sie für immer.</translation>
    </message>
    <message>
        <source>Infrequent Access</source>
        <translation>Infrequent Access</translation>
    </message>
    <message>
        <source>Infrequent Access costs half to take in and has fewer features.</source>
        <translation>Infrequent Access kostet bei der Aufnahme die Hälfte und kann weniger.</translation>
    </message>
    <message>
        <source>Keys that other services encrypt with: a call for each use, a price for each key.</source>
        <translation>Schlüssel, mit denen andere Services verschlüsseln: ein Aufruf für jede Benutzung, ein Preis für jeden Schlüssel.</translation>
    </message>
    <message>
        <source>Log class</source>
        <translation>Log-Klasse</translation>
    </message>
    <message>
        <source>Logged</source>
        <translation>Protokolliert</translation>
    </message>
    <message>
        <source>Logs are stored compressed; how far depends on them</source>
        <translation>Logs werden komprimiert gespeichert; wie stark, hängt von ihnen ab</translation>
    </message>
    <message>
        <source>Logs kept, compressed</source>
        <translation>Aufbewahrte Logs, komprimiert</translation>
    </message>
    <message>
        <source>Logs taken in, Infrequent Access</source>
        <translation>Aufgenommene Logs, Infrequent Access</translation>
    </message>
    <message>
        <source>Logs taken in, Standard</source>
        <translation>Aufgenommene Logs, Standard</translation>
    </message>
    <message>
        <source>Of the account, shared by all that use keys; 0 takes the Region&apos;s.</source>
        <translation>Des Kontos, geteilt von allen, die Schlüssel benutzen; 0 nimmt das der Region.</translation>
    </message>
    <message>
        <source>Other asymmetric</source>
        <translation>Andere asymmetrische</translation>
    </message>
    <message>
        <source>Queried</source>
        <translation>Abgefragt</translation>
    </message>
    <message>
        <source>RSA calls</source>
        <translation>RSA-Aufrufe</translation>
    </message>
    <message>
        <source>Scanned by Logs Insights</source>
        <translation>Von Logs Insights durchsucht</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Symmetric calls, N. Virginia, Oregon, Ireland</source>
        <translation>Symmetrische Aufrufe, N. Virginia, Oregon, Irland</translation>
    </message>
    <message>
        <source>Symmetric calls, Ohio, Singapore, Sydney, Tokyo, Frankfurt, London</source>
        <translation>Symmetrische Aufrufe, Ohio, Singapur, Sydney, Tokio, Frankfurt, London</translation>
    </message>
    <message>
        <source>Symmetric calls, elsewhere</source>
        <translation>Symmetrische Aufrufe, anderswo</translation>
    </message>
    <message>
        <source>Symmetric or RSA 2048</source>
        <translation>Symmetrisch oder RSA 2048</translation>
    </message>
    <message>
        <source>Takes what other services log, keeps it, and is paid by the GB that comes in.</source>
        <translation>Nimmt auf, was andere Services protokollieren, hält es und wird nach hereinkommenden GB bezahlt.</translation>
    </message>
    <message>
        <source>What Logs Insights queries scan.</source>
        <translation>Was Abfragen von Logs Insights durchsuchen.</translation>
    </message>
    <message>
        <source>What compressed logs take of what came in.</source>
        <translation>Was komprimierte Logs vom Hereingekommenen belegen.</translation>
    </message>
    <message>
        <source>What the calls cost, and how many a second are accepted.</source>
        <translation>Was die Aufrufe kosten und wie viele pro Sekunde angenommen werden.</translation>
    </message>
    <message>
        <source>What {component} calls refuses it or takes too long: {runs} {runs|run|runs} came to nothing, were tried again and blocked their shards, for {blocked} s in all</source>
        <translation>Was {component} aufruft, weist ab oder braucht zu lange: {runs} {runs|Lauf blieb|Läufe blieben} vergeblich, wurden erneut versucht und blockierten ihre Shards, insgesamt {blocked} s lang</translation>
    </message>
    <message>
        <source>as the component says</source>
        <translation>wie die Komponente sagt</translation>
    </message>
    <message>
        <source>calls of its users</source>
        <translation>Aufrufe ihrer Benutzer</translation>
    </message>
    <message>
        <source>compressed to</source>
        <translation>komprimiert auf</translation>
    </message>
    <message>
        <source>customer managed keys</source>
        <translation>kundenverwaltete Schlüssel</translation>
    </message>
    <message>
        <source>idle: nothing uses it</source>
        <translation>im Leerlauf: nichts benutzt es</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>key-month</source>
        <translation>Schlüsselmonat</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>logged by its users</source>
        <translation>von seinen Benutzern protokolliert</translation>
    </message>
    <message>
        <source>per record</source>
        <translation>pro Datensatz</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>pro Sekunde</translation>
    </message>
    <message>
        <source>runs failed by a call</source>
        <translation>an einem Aufruf gescheiterte Läufe</translation>
    </message>
    <message>
        <source>scanned by queries</source>
        <translation>von Abfragen durchsucht</translation>
    </message>
    <message>
        <source>seconds between reads</source>
        <translation>Sekunden zwischen Lesezugriffen</translation>
    </message>
    <message>
        <source>see where the time of its work goes</source>
        <translation>nachsehen, wohin die Zeit seiner Arbeit geht</translation>
    </message>
    <message>
        <source>where a record first blocks its shard</source>
        <translation>wo ein Datensatz zuerst seinen Shard blockiert</translation>
    </message>
    <message>
        <source>{from} uses {to} beside its work: </source>
        <translation>{from} benutzt {to} neben seiner Arbeit: </translation>
    </message>
    <message>
        <source>{what} bytes for each record</source>
        <translation>{what} Bytes für jeden Datensatz</translation>
    </message>
    <message>
        <source>{what} calls for each record</source>
        <translation>{what} Aufrufe für jeden Datensatz</translation>
    </message>
    <message>
        <source>0.5 to 2.5 s are common within one geography.</source>
        <translation>0,5 bis 2,5 s sind innerhalb eines Erdteils üblich.</translation>
    </message>
    <message>
        <source>AWS names 15 min for 99.9% with time control, 24 to 48 h without: </source>
        <translation>AWS nennt 15 min für 99,9% mit Time Control, 24 bis 48 h ohne: </translation>
    </message>
    <message>
        <source>AWS names 15 min for 99.9% with time control, 24 to 48 h without: {}</source>
        <translation>AWS nennt 15 min für 99,9% mit Time Control, 24 bis 48 h ohne: {}</translation>
    </message>
    <message>
        <source>AWS says as low as below a second: </source>
        <translation>AWS sagt: bis hinab unter eine Sekunde: </translation>
    </message>
    <message>
        <source>AWS says as low as below a second: {}</source>
        <translation>AWS sagt: bis hinab unter eine Sekunde: {}</translation>
    </message>
    <message>
        <source>AWS says seconds for most, without a figure: </source>
        <translation>AWS sagt: Sekunden für die meisten, ohne Zahl: </translation>
    </message>
    <message>
        <source>AWS says seconds for most, without a figure: {}</source>
        <translation>AWS sagt: Sekunden für die meisten, ohne Zahl: {}</translation>
    </message>
    <message>
        <source>AWS&apos;s 30 consecutive days without access, from memory of its page</source>
        <translation>Die 30 aufeinanderfolgenden Tage ohne Zugriff von AWS, aus dem Gedächtnis seiner Seite</translation>
    </message>
    <message>
        <source>AWS&apos;s 90 consecutive days without access, from memory of its page</source>
        <translation>Die 90 aufeinanderfolgenden Tage ohne Zugriff von AWS, aus dem Gedächtnis seiner Seite</translation>
    </message>
    <message>
        <source>An object that nobody read for so long is kept for less.</source>
        <translation>Ein Objekt, das so lange niemand gelesen hat, wird günstiger gehalten.</translation>
    </message>
    <message>
        <source>And after so many for less still.</source>
        <translation>Und nach so vielen noch günstiger.</translation>
    </message>
    <message>
        <source>Archive Instant after</source>
        <translation>Archive Instant nach</translation>
    </message>
    <message>
        <source>Bytes read after format, compression and columns, as a share of those scanned.</source>
        <translation>Nach Format, Kompression und Spalten gelesene Bytes als Anteil der durchsuchten.</translation>
    </message>
    <message>
        <source>Copies to other buckets arrive within 15 minutes, 99.9% of them; billed by the GB. Without it AWS promises nothing.</source>
        <translation>Kopien in andere Buckets kommen zu 99,9% innerhalb von 15 Minuten an; berechnet nach GB. Ohne dies verspricht AWS nichts.</translation>
    </message>
    <message>
        <source>Copies within 15 min, with time control</source>
        <translation>Kopien innerhalb von 15 min, mit Time Control</translation>
    </message>
    <message>
        <source>Each published version&apos;s snapshot is kept and billed; Java&apos;s cost nothing.</source>
        <translation>Der Snapshot jeder veröffentlichten Version wird aufbewahrt und berechnet; bei Java kostet er nichts.</translation>
    </message>
    <message>
        <source>Extra clusters, as large as this one, take the queries that its slots have no room for; beyond an hour a day they are billed while they have one.</source>
        <translation>Zusätzliche Cluster, so groß wie dieser, nehmen Abfragen, für die seine Slots keinen Platz haben; über eine Stunde am Tag hinaus werden sie berechnet, solange sie eine haben.</translation>
    </message>
    <message>
        <source>From a write until the other bucket gets its copy.</source>
        <translation>Von einem Schreibzugriff, bis der andere Bucket seine Kopie bekommt.</translation>
    </message>
    <message>
        <source>From a write until the replicas of a global table in other Regions get it.</source>
        <translation>Von einem Schreibzugriff, bis die Replikate einer globalen Tabelle in anderen Regionen ihn bekommen.</translation>
    </message>
    <message>
        <source>In the class before; its least time is billed in any case.</source>
        <translation>In der Klasse davor; deren Mindestzeit wird in jedem Fall berechnet.</translation>
    </message>
    <message>
        <source>Infrequent after</source>
        <translation>Infrequent nach</translation>
    </message>
    <message>
        <source>Instead of a cold start and of your own start-up.</source>
        <translation>Statt eines Kaltstarts und des eigenen Anlaufs.</translation>
    </message>
    <message>
        <source>Lag of a copy, 99th percentile</source>
        <translation>Verzug einer Kopie, 99. Perzentil</translation>
    </message>
    <message>
        <source>Lag of a copy, median</source>
        <translation>Verzug einer Kopie, Median</translation>
    </message>
    <message>
        <source>Lag of a replica, 99th percentile</source>
        <translation>Verzug eines Replikats, 99. Perzentil</translation>
    </message>
    <message>
        <source>Lag of a replica, median</source>
        <translation>Verzug eines Replikats, Median</translation>
    </message>
    <message>
        <source>Least time billed, Glacier Deep Archive</source>
        <translation>Berechnete Mindestzeit, Glacier Deep Archive</translation>
    </message>
    <message>
        <source>Least time billed, Glacier Instant and Flexible</source>
        <translation>Berechnete Mindestzeit, Glacier Instant und Flexible</translation>
    </message>
    <message>
        <source>Least time billed, Standard-IA and One Zone-IA</source>
        <translation>Berechnete Mindestzeit, Standard-IA und One Zone-IA</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Lebenszyklus</translation>
    </message>
    <message>
        <source>Monitoring, Intelligent-Tiering</source>
        <translation>Überwachung, Intelligent-Tiering</translation>
    </message>
    <message>
        <source>Move again after</source>
        <translation>Erneuter Umzug nach</translation>
    </message>
    <message>
        <source>Move at the age of</source>
        <translation>Umzug im Alter von</translation>
    </message>
    <message>
        <source>Moves into Glacier Deep Archive</source>
        <translation>Umzüge in Glacier Deep Archive</translation>
    </message>
    <message>
        <source>Moves into Glacier Flexible Retrieval</source>
        <translation>Umzüge in Glacier Flexible Retrieval</translation>
    </message>
    <message>
        <source>Moves into Glacier Instant Retrieval</source>
        <translation>Umzüge in Glacier Instant Retrieval</translation>
    </message>
    <message>
        <source>Moves into One Zone-IA</source>
        <translation>Umzüge in One Zone-IA</translation>
    </message>
    <message>
        <source>Moves into Standard-IA</source>
        <translation>Umzüge in Standard-IA</translation>
    </message>
    <message>
        <source>New environments resume from a snapshot of the started function; not beside provisioned concurrency or more than 512 MB of storage.</source>
        <translation>Neue Umgebungen setzen auf einem Snapshot der gestarteten Funktion auf; nicht neben bereitgestellter Parallelität oder mehr als 512 MB Speicher.</translation>
    </message>
    <message>
        <source>No moves</source>
        <translation>Keine Umzüge</translation>
    </message>
    <message>
        <source>Objects read often</source>
        <translation>Oft gelesene Objekte</translation>
    </message>
    <message>
        <source>Objects that lifecycle rules move, at least</source>
        <translation>Objekte, die Lebenszyklusregeln umziehen, mindestens</translation>
    </message>
    <message>
        <source>On-demand write units, global table</source>
        <translation>On-Demand-Schreibeinheiten, globale Tabelle</translation>
    </message>
    <message>
        <source>On-demand write units, global table, Standard-IA</source>
        <translation>On-Demand-Schreibeinheiten, globale Tabelle, Standard-IA</translation>
    </message>
    <message>
        <source>Read of external tables</source>
        <translation>Aus externen Tabellen gelesen</translation>
    </message>
    <message>
        <source>Reads of moved objects</source>
        <translation>Lesezugriffe auf umgezogene Objekte</translation>
    </message>
    <message>
        <source>Replication Time Control</source>
        <translation>Replication Time Control</translation>
    </message>
    <message>
        <source>Resume, 99th percentile</source>
        <translation>Wiederaufnahme, 99. Perzentil</translation>
    </message>
    <message>
        <source>Resume, median</source>
        <translation>Wiederaufnahme, Median</translation>
    </message>
    <message>
        <source>Retrieval, Glacier Deep Archive</source>
        <translation>Abruf, Glacier Deep Archive</translation>
    </message>
    <message>
        <source>Retrieval, Glacier Flexible Retrieval</source>
        <translation>Abruf, Glacier Flexible Retrieval</translation>
    </message>
    <message>
        <source>Scanned in external tables</source>
        <translation>In externen Tabellen durchsucht</translation>
    </message>
    <message>
        <source>Share of the bytes that is read so often that it never leaves the frequent tier.</source>
        <translation>Anteil der Bytes, der so oft gelesen wird, dass er die Stufe für häufigen Zugriff nie verlässt.</translation>
    </message>
    <message>
        <source>Share of what a query scans that lies in S3 and is read by Spectrum.</source>
        <translation>Anteil dessen, was eine Abfrage durchsucht, der in S3 liegt und von Spectrum gelesen wird.</translation>
    </message>
    <message>
        <source>SnapStart</source>
        <translation>SnapStart</translation>
    </message>
    <message>
        <source>Snapshots resumed</source>
        <translation>Wiederaufgenommene Snapshots</translation>
    </message>
    <message>
        <source>Spectrum&apos;s rate for a query</source>
        <translation>Rate von Spectrum für eine Abfrage</translation>
    </message>
    <message>
        <source>Standard restore, Glacier Deep Archive, at most</source>
        <translation>Standard-Wiederherstellung, Glacier Deep Archive, höchstens</translation>
    </message>
    <message>
        <source>Standard restore, Glacier Flexible, at most</source>
        <translation>Standard-Wiederherstellung, Glacier Flexible, höchstens</translation>
    </message>
    <message>
        <source>Start of an extra cluster</source>
        <translation>Start eines zusätzlichen Clusters</translation>
    </message>
    <message>
        <source>Storage, Glacier Deep Archive</source>
        <translation>Speicher, Glacier Deep Archive</translation>
    </message>
    <message>
        <source>Storage, Glacier Flexible Retrieval</source>
        <translation>Speicher, Glacier Flexible Retrieval</translation>
    </message>
    <message>
        <source>Storage, Intelligent-Tiering, Archive Instant Access</source>
        <translation>Speicher, Intelligent-Tiering, Archive Instant Access</translation>
    </message>
    <message>
        <source>Storage, Intelligent-Tiering, Infrequent Access</source>
        <translation>Speicher, Intelligent-Tiering, Infrequent Access</translation>
    </message>
    <message>
        <source>Storage, Intelligent-Tiering, read often or too small</source>
        <translation>Speicher, Intelligent-Tiering, oft gelesen oder zu klein</translation>
    </message>
    <message>
        <source>Storage, Standard, too small to move</source>
        <translation>Speicher, Standard, zu klein für einen Umzug</translation>
    </message>
    <message>
        <source>The first query on one takes so much longer.</source>
        <translation>Die erste Abfrage auf einem dauert so viel länger.</translation>
    </message>
    <message>
        <source>To Glacier Deep Archive</source>
        <translation>Nach Glacier Deep Archive</translation>
    </message>
    <message>
        <source>To Glacier Flexible Retrieval</source>
        <translation>Nach Glacier Flexible Retrieval</translation>
    </message>
    <message>
        <source>To Glacier Flexible Retrieval, then Glacier Deep Archive</source>
        <translation>Nach Glacier Flexible Retrieval, dann Glacier Deep Archive</translation>
    </message>
    <message>
        <source>To Glacier Instant Retrieval</source>
        <translation>Nach Glacier Instant Retrieval</translation>
    </message>
    <message>
        <source>To One Zone-IA</source>
        <translation>Nach One Zone-IA</translation>
    </message>
    <message>
        <source>To Standard-IA</source>
        <translation>Nach Standard-IA</translation>
    </message>
    <message>
        <source>To Standard-IA, then Glacier Deep Archive</source>
        <translation>Nach Standard-IA, dann Glacier Deep Archive</translation>
    </message>
    <message>
        <source>To Standard-IA, then Glacier Flexible Retrieval</source>
        <translation>Nach Standard-IA, dann Glacier Flexible Retrieval</translation>
    </message>
    <message>
        <source>To Standard-IA, then Glacier Instant Retrieval</source>
        <translation>Nach Standard-IA, dann Glacier Instant Retrieval</translation>
    </message>
    <message>
        <source>To an IA class no earlier than at 30 days.</source>
        <translation>In eine IA-Klasse frühestens nach 30 Tagen.</translation>
    </message>
    <message>
        <source>Versions with a snapshot</source>
        <translation>Versionen mit Snapshot</translation>
    </message>
    <message>
        <source>Where objects of 128 KB and more move as they age; each class is billed for its least time.</source>
        <translation>Wohin Objekte ab 128 KB mit dem Alter umziehen; jede Klasse wird für ihre Mindestzeit berechnet.</translation>
    </message>
    <message>
        <source>With the median it sets the log-normal law; 99.9% are then within 15 minutes.</source>
        <translation>Mit dem Median bestimmt es die Log-Normalverteilung; 99,9% liegen dann innerhalb von 15 Minuten.</translation>
    </message>
    <message>
        <source>Write capacity hours, global table</source>
        <translation>Schreibkapazitätsstunden, globale Tabelle</translation>
    </message>
    <message>
        <source>Write capacity hours, global table, Standard-IA</source>
        <translation>Schreibkapazitätsstunden, globale Tabelle, Standard-IA</translation>
    </message>
    <message>
        <source>age at the move</source>
        <translation>Alter beim Umzug</translation>
    </message>
    <message>
        <source>copied to other buckets</source>
        <translation>in andere Buckets kopiert</translation>
    </message>
    <message>
        <source>copies sent to replicas</source>
        <translation>an Replikate geschickte Kopien</translation>
    </message>
    <message>
        <source>depends on who reads</source>
        <translation>hängt davon ab, wer liest</translation>
    </message>
    <message>
        <source>depends on who reads; by default only what is new</source>
        <translation>hängt davon ab, wer liest; vorgegeben ist nur das Neue</translation>
    </message>
    <message>
        <source>depends on your tables; 100 is the largest bill</source>
        <translation>hängt von den eigenen Tabellen ab; 100 ist die größte Rechnung</translation>
    </message>
    <message>
        <source>environments resumed</source>
        <translation>wiederaufgenommene Umgebungen</translation>
    </message>
    <message>
        <source>external tables read, 10 MB a query at least</source>
        <translation>gelesene externe Tabellen, mindestens 10 MB je Abfrage</translation>
    </message>
    <message>
        <source>extra clusters with queries</source>
        <translation>zusätzliche Cluster mit Abfragen</translation>
    </message>
    <message>
        <source>free, an hour a day</source>
        <translation>frei, eine Stunde am Tag</translation>
    </message>
    <message>
        <source>not published; calibrate with a query of yours</source>
        <translation>nicht veröffentlicht; mit einer eigenen Abfrage kalibrieren</translation>
    </message>
    <message>
        <source>object-month</source>
        <translation>Objektmonat</translation>
    </message>
    <message>
        <source>objects of 128 KB and more</source>
        <translation>Objekte ab 128 KB</translation>
    </message>
    <message>
        <source>objects that come to this age</source>
        <translation>Objekte, die dieses Alter erreichen</translation>
    </message>
    <message>
        <source>published versions with a snapshot</source>
        <translation>veröffentlichte Versionen mit Snapshot</translation>
    </message>
    <message>
        <source>share in this class</source>
        <translation>Anteil in dieser Klasse</translation>
    </message>
    <message>
        <source>updates lost to a later writer</source>
        <translation>an einen späteren Schreiber verlorene Aktualisierungen</translation>
    </message>
    <message>
        <source>version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>your releases</source>
        <translation>die eigenen Veröffentlichungen</translation>
    </message>
    <message>
        <source>your tables</source>
        <translation>die eigenen Tabellen</translation>
    </message>
    <message>
        <source>Batches at once of {}</source>
        <translation>Batches zugleich von {}</translation>
    </message>
    <message>
        <source>{} of a replica</source>
        <translation>{} eines Replikats</translation>
    </message>
    <message>
        <source>{}/month</source>
        <translation>{}/Monat</translation>
    </message>
    <message>
        <source>idle: add a job</source>
        <translation>im Leerlauf: einen Job hinzufügen</translation>
    </message>
    <message>
        <source>idle: add a query</source>
        <translation>im Leerlauf: eine Abfrage hinzufügen</translation>
    </message>
    <message>
        <source>idle: add a query or a job</source>
        <translation>im Leerlauf: eine Abfrage oder einen Job hinzufügen</translation>
    </message>
    <message>
        <source>idle: add viewers</source>
        <translation>im Leerlauf: Betrachter hinzufügen</translation>
    </message>
    <message>
        <source>{} costs {} more a month than {}: {} against {}, {} times as much.</source>
        <translation>{} kostet {} mehr im Monat als {}: {} gegenüber {}, {}-mal so viel.</translation>
    </message>
    <message>
        <source>{} costs {} more a month than {}: {} against {}.</source>
        <translation>{} kostet {} mehr im Monat als {}: {} gegenüber {}.</translation>
    </message>
    <message>
        <source>{}/month.</source>
        <translation>{}/Monat.</translation>
    </message>
    <message>
        <source>: {reader} failed on them, as what it calls refuses it or takes too long</source>
        <translation>: {reader} scheiterte an ihnen, da das, was es aufruft, abweist oder zu lange braucht</translation>
    </message>
    <message>
        <source>A token of Cognito or another issuer is checked without a call; a function is asked, and its answer kept.</source>
        <translation>Ein Token von Cognito oder einem anderen Aussteller wird ohne Aufruf geprüft; eine Funktion wird gefragt und ihre Antwort aufgehoben.</translation>
    </message>
    <message>
        <source>Added to each request.</source>
        <translation>Kommt zu jeder Anfrage hinzu.</translation>
    </message>
    <message>
        <source>An answer holds for all requests with the same token; 0 keeps none.</source>
        <translation>Eine Antwort gilt für alle Anfragen mit demselben Token; 0 hebt keine auf.</translation>
    </message>
    <message>
        <source>Authoriser</source>
        <translation>Authorizer</translation>
    </message>
    <message>
        <source>Billed with its time, as Lambda&apos;s.</source>
        <translation>Berechnet mit seiner Zeit, wie bei Lambda.</translation>
    </message>
    <message>
        <source>Check of a token</source>
        <translation>Prüfung eines Tokens</translation>
    </message>
    <message>
        <source>Duration of the authoriser&apos;s function</source>
        <translation>Laufzeit der Authorizer-Funktion</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Give what {reader} calls the capacity that it lacks, then move the dead letters back</source>
        <translation>Dem, was {reader} aufruft, die fehlende Kapazität geben, dann die Dead-Letter-Nachrichten zurückschicken</translation>
    </message>
    <message>
        <source>In use at a time, each as often as any other.</source>
        <translation>Zugleich in Gebrauch, jedes so oft wie jedes andere.</translation>
    </message>
    <message>
        <source>Mean, of an exponential law; added where no answer is kept.</source>
        <translation>Mittelwert einer Exponentialverteilung; kommt hinzu, wo keine Antwort aufgehoben ist.</translation>
    </message>
    <message>
        <source>Memory of the function</source>
        <translation>Arbeitsspeicher der Funktion</translation>
    </message>
    <message>
        <source>Requests of the authoriser&apos;s function</source>
        <translation>Anfragen der Authorizer-Funktion</translation>
    </message>
    <message>
        <source>Time of the function</source>
        <translation>Zeit der Funktion</translation>
    </message>
    <message>
        <source>Token checked by its public key</source>
        <translation>Token, geprüft mit seinem öffentlichen Schlüssel</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>authoriser asked</source>
        <translation>Authorizer gefragt</translation>
    </message>
    <message>
        <source>billed time</source>
        <translation>berechnete Zeit</translation>
    </message>
    <message>
        <source>requests without an answer kept</source>
        <translation>Anfragen ohne aufgehobene Antwort</translation>
    </message>
    <message>
        <source>your callers</source>
        <translation>die eigenen Aufrufer</translation>
    </message>
    <message>
        <source>your function</source>
        <translation>die eigene Funktion</translation>
    </message>
    <message>
        <source>Below {} records/s {} is cheaper, above it {}: both cost {} a month there, sizes growing with the rate.</source>
        <translation>Unter {} Datensätzen/s ist {} günstiger, darüber {}: Beide kosten dort {} im Monat, wobei die Größen mit der Rate wachsen.</translation>
    </message>
    <message>
        <source>1 to 7 days by country.</source>
        <translation>Je nach Land 1 bis 7 Tage.</translation>
    </message>
    <message>
        <source>A compute optimised device</source>
        <translation>Ein Gerät zum Rechnen</translation>
    </message>
    <message>
        <source>A file that the target refused; it keeps its place.</source>
        <translation>Eine Datei, die das Ziel abgewiesen hat; sie behält ihren Platz.</translation>
    </message>
    <message>
        <source>A storage optimised device</source>
        <translation>Ein Gerät zum Speichern</translation>
    </message>
    <message>
        <source>A task with an agent</source>
        <translation>Eine Aufgabe mit Agent</translation>
    </message>
    <message>
        <source>A task with an agent moves 10 Gbit/s at most, one without between stores of AWS 5 Gbit/s.</source>
        <translation>Eine Aufgabe mit Agent bewegt höchstens 10 Gbit/s, eine ohne zwischen Speichern von AWS 5 Gbit/s.</translation>
    </message>
    <message>
        <source>A task without an agent</source>
        <translation>Eine Aufgabe ohne Agent</translation>
    </message>
    <message>
        <source>Added to the time of the answer for each token out.</source>
        <translation>Kommt für jedes ausgehende Token zur Zeit der Antwort hinzu.</translation>
    </message>
    <message>
        <source>Agent at the source</source>
        <translation>Agent an der Quelle</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Answer, 99th percentile</source>
        <translation>Antwort, 99. Perzentil</translation>
    </message>
    <message>
        <source>Answer, median</source>
        <translation>Antwort, Median</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>Basic</translation>
    </message>
    <message>
        <source>Bytes of a character</source>
        <translation>Bytes eines Zeichens</translation>
    </message>
    <message>
        <source>Characters of a billed unit</source>
        <translation>Zeichen einer berechneten Einheit</translation>
    </message>
    <message>
        <source>Compare and search faces</source>
        <translation>Gesichter vergleichen und suchen</translation>
    </message>
    <message>
        <source>Compute optimised, 28 TB</source>
        <translation>Zum Rechnen, 28 TB</translation>
    </message>
    <message>
        <source>Copied to a device</source>
        <translation>Auf ein Gerät kopiert</translation>
    </message>
    <message>
        <source>Copies files over a line: all of them once, then by a schedule what is new.</source>
        <translation>Kopiert Dateien über eine Leitung: einmal alle, dann nach einem Zeitplan, was neu ist.</translation>
    </message>
    <message>
        <source>Copying onto and off the devices</source>
        <translation>Kopieren auf die Geräte und von ihnen</translation>
    </message>
    <message>
        <source>Data copied, Basic</source>
        <translation>Kopierte Daten, Basic</translation>
    </message>
    <message>
        <source>Data copied, Enhanced</source>
        <translation>Kopierte Daten, Enhanced</translation>
    </message>
    <message>
        <source>Days included</source>
        <translation>Enthaltene Tage</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Devices ordered</source>
        <translation>Bestellte Geräte</translation>
    </message>
    <message>
        <source>Dominant language</source>
        <translation>Hauptsprache</translation>
    </message>
    <message>
        <source>Dominant language, 100 characters</source>
        <translation>Hauptsprache, 100 Zeichen</translation>
    </message>
    <message>
        <source>Enhanced</source>
        <translation>Enhanced</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Entitäten</translation>
    </message>
    <message>
        <source>Entities, 100 characters</source>
        <translation>Entitäten, 100 Zeichen</translation>
    </message>
    <message>
        <source>Files at once</source>
        <translation>Dateien zugleich</translation>
    </message>
    <message>
        <source>Files moved by each</source>
        <translation>Dateien, die jede bewegt</translation>
    </message>
    <message>
        <source>Files of a task, Basic</source>
        <translation>Dateien einer Aufgabe, Basic</translation>
    </message>
    <message>
        <source>Files under way</source>
        <translation>Dateien unterwegs</translation>
    </message>
    <message>
        <source>Filled side by side, shipped together.</source>
        <translation>Nebeneinander gefüllt, zusammen verschickt.</translation>
    </message>
    <message>
        <source>From the device into the bucket, once it is back.</source>
        <translation>Vom Gerät in den Bucket, sobald es zurück ist.</translation>
    </message>
    <message>
        <source>Further days on site, compute optimised</source>
        <translation>Weitere Tage vor Ort, zum Rechnen</translation>
    </message>
    <message>
        <source>Further days on site, storage optimised</source>
        <translation>Weitere Tage vor Ort, zum Speichern</translation>
    </message>
    <message>
        <source>Half of all requests are answered within it.</source>
        <translation>Die Hälfte aller Anfragen ist bis dahin beantwortet.</translation>
    </message>
    <message>
        <source>How fast what was moved is read again.</source>
        <translation>Wie schnell das Bewegte noch einmal gelesen wird.</translation>
    </message>
    <message>
        <source>Imported from a device</source>
        <translation>Von einem Gerät eingelesen</translation>
    </message>
    <message>
        <source>Its S3 interface, at most</source>
        <translation>Seine S3-Schnittstelle, höchstens</translation>
    </message>
    <message>
        <source>Its file interface, at most</source>
        <translation>Seine Dateischnittstelle, höchstens</translation>
    </message>
    <message>
        <source>Key phrases</source>
        <translation>Schlüsselphrasen</translation>
    </message>
    <message>
        <source>Key phrases, 100 characters</source>
        <translation>Schlüsselphrasen, 100 Zeichen</translation>
    </message>
    <message>
        <source>Labels, text, moderation, faces found</source>
        <translation>Labels, Text, Moderation, gefundene Gesichter</translation>
    </message>
    <message>
        <source>Large models behind one interface, priced by the token.</source>
        <translation>Große Modelle hinter einer Schnittstelle, nach Token bezahlt.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Moves data on devices that are shipped: for where a line would take weeks.</source>
        <translation>Bewegt Daten auf Geräten, die verschickt werden: wo eine Leitung Wochen brauchte.</translation>
    </message>
    <message>
        <source>New files under way to the target at a time; each has its part of the path.</source>
        <translation>Neue Dateien, die zugleich zum Ziel unterwegs sind; jede hat ihren Teil des Wegs.</translation>
    </message>
    <message>
        <source>Nova Lite</source>
        <translation>Nova Lite</translation>
    </message>
    <message>
        <source>Of a request, its instructions and examples included.</source>
        <translation>Einer Anfrage, mit ihren Anweisungen und Beispielen.</translation>
    </message>
    <message>
        <source>Of an answer.</source>
        <translation>Einer Antwort.</translation>
    </message>
    <message>
        <source>Of the request: 1 in plain English, more in other scripts (UTF-8).</source>
        <translation>Der Anfrage: 1 bei einfachem Englisch, mehr bei anderen Schriften (UTF-8).</translation>
    </message>
    <message>
        <source>On site, for each device; further ones are billed.</source>
        <translation>Vor Ort, für jedes Gerät; weitere werden berechnet.</translation>
    </message>
    <message>
        <source>Operations of a request</source>
        <translation>Operationen einer Anfrage</translation>
    </message>
    <message>
        <source>Operations that are asked of the picture in one request; each is billed as a picture.</source>
        <translation>Operationen, die eine Anfrage vom Bild verlangt; jede wird als ein Bild berechnet.</translation>
    </message>
    <message>
        <source>Over its S3 interface; 250 to 400 are documented, its file interface does a tenth.</source>
        <translation>Über seine S3-Schnittstelle; 250 bis 400 sind dokumentiert, die Dateischnittstelle schafft ein Zehntel.</translation>
    </message>
    <message>
        <source>Personal data, with places</source>
        <translation>Personendaten, mit Fundstellen</translation>
    </message>
    <message>
        <source>Personal data, with places, 100 characters</source>
        <translation>Personendaten, mit Fundstellen, 100 Zeichen</translation>
    </message>
    <message>
        <source>Pictures, faces compared and searched</source>
        <translation>Bilder, Gesichter verglichen und gesucht</translation>
    </message>
    <message>
        <source>Pictures, labels and the like</source>
        <translation>Bilder, Labels und Ähnliches</translation>
    </message>
    <message>
        <source>Quota of the account for this operation; requests beyond are throttled.</source>
        <translation>Kontingent des Kontos für diese Operation; was darüber ist, wird gedrosselt.</translation>
    </message>
    <message>
        <source>Reads what a text is about: a ready-made model, priced by the hundred characters.</source>
        <translation>Liest, wovon ein Text handelt: ein fertiges Modell, nach hundert Zeichen bezahlt.</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source>Runs every</source>
        <translation>Läuft alle</translation>
    </message>
    <message>
        <source>Runs of a task that wait</source>
        <translation>Wartende Läufe einer Aufgabe</translation>
    </message>
    <message>
        <source>Runs, Enhanced</source>
        <translation>Läufe, Enhanced</translation>
    </message>
    <message>
        <source>Says what is on a picture: a ready-made model, priced by the picture.</source>
        <translation>Sagt, was auf einem Bild ist: ein fertiges Modell, nach Bildern bezahlt.</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>Sentiment, 100 characters</source>
        <translation>Stimmung, 100 Zeichen</translation>
    </message>
    <message>
        <source>Share of the bandwidth that the task gets.</source>
        <translation>Anteil der Bandbreite, den die Aufgabe bekommt.</translation>
    </message>
    <message>
        <source>Shipping each way, at most</source>
        <translation>Versand je Richtung, höchstens</translation>
    </message>
    <message>
        <source>Shipping, each way</source>
        <translation>Versand, je Richtung</translation>
    </message>
    <message>
        <source>Small files that one of them gets through, the target&apos;s time apart.</source>
        <translation>Kleine Dateien, die eine davon schafft, ohne die Zeit des Ziels.</translation>
    </message>
    <message>
        <source>Storage optimised, 210 TB</source>
        <translation>Zum Speichern, 210 TB</translation>
    </message>
    <message>
        <source>Task mode</source>
        <translation>Art der Aufgabe</translation>
    </message>
    <message>
        <source>The same between stores of AWS</source>
        <translation>Dasselbe zwischen Speichern von AWS</translation>
    </message>
    <message>
        <source>The schedule: new files wait for the next run.</source>
        <translation>Der Zeitplan: neue Dateien warten auf den nächsten Lauf.</translation>
    </message>
    <message>
        <source>Those with a sourced price; an embedding has no tokens that go out.</source>
        <translation>Die mit belegtem Preis; bei einem Embedding gehen keine Token hinaus.</translation>
    </message>
    <message>
        <source>Time a full load may take: sizes the devices.</source>
        <translation>Zeit, die ein vollständiges Laden dauern darf: bestimmt die Geräte.</translation>
    </message>
    <message>
        <source>Time of a token out</source>
        <translation>Zeit eines ausgehenden Tokens</translation>
    </message>
    <message>
        <source>Titan Text Embeddings V2</source>
        <translation>Titan Text Embeddings V2</translation>
    </message>
    <message>
        <source>Tokens a second</source>
        <translation>Token pro Sekunde</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>Eingehende Token</translation>
    </message>
    <message>
        <source>Tokens in, Nova Lite</source>
        <translation>Eingehende Token, Nova Lite</translation>
    </message>
    <message>
        <source>Tokens in, Titan Text Embeddings V2</source>
        <translation>Eingehende Token, Titan Text Embeddings V2</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>Ausgehende Token</translation>
    </message>
    <message>
        <source>Tokens out, Nova Lite</source>
        <translation>Ausgehende Token, Nova Lite</translation>
    </message>
    <message>
        <source>Units of a request, at least</source>
        <translation>Einheiten einer Anfrage, mindestens</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>What a GB costs; Enhanced has no limit on files and is billed for each run, too.</source>
        <translation>Was ein GB kostet; Enhanced begrenzt die Dateien nicht und wird auch je Lauf berechnet.</translation>
    </message>
    <message>
        <source>What a full load has moved is read once more and compared.</source>
        <translation>Was ein vollständiges Laden bewegt hat, wird noch einmal gelesen und verglichen.</translation>
    </message>
    <message>
        <source>What is asked of each picture; decides its price.</source>
        <translation>Was von jedem Bild verlangt wird; entscheidet über seinen Preis.</translation>
    </message>
    <message>
        <source>What is looked for; each has its price.</source>
        <translation>Wonach gesucht wird; jedes hat seinen Preis.</translation>
    </message>
    <message>
        <source>What one of them carries, and what a further day on site costs.</source>
        <translation>Was eines davon trägt, und was ein weiterer Tag vor Ort kostet.</translation>
    </message>
    <message>
        <source>With the median it sets the log-normal law of the answer&apos;s time.</source>
        <translation>Mit dem Median bestimmt es das lognormale Gesetz der Zeit der Antwort.</translation>
    </message>
    <message>
        <source>as remembered; see the price page for your device</source>
        <translation>aus der Erinnerung; siehe die Preisseite für das Gerät</translation>
    </message>
    <message>
        <source>bytes copied</source>
        <translation>kopierte Bytes</translation>
    </message>
    <message>
        <source>character</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>d</source>
        <translation>d</translation>
    </message>
    <message>
        <source>days on site beyond those included</source>
        <translation>Tage vor Ort über die enthaltenen hinaus</translation>
    </message>
    <message>
        <source>devices of a trip</source>
        <translation>Geräte einer Fahrt</translation>
    </message>
    <message>
        <source>differs by operation, Region and account; see Service Quotas</source>
        <translation>verschieden nach Operation, Region und Konto; siehe Service Quotas</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>files/s</source>
        <translation>Dateien/s</translation>
    </message>
    <message>
        <source>full loads</source>
        <translation>vollständige Ladevorgänge</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>one file</source>
        <translation>eine Datei</translation>
    </message>
    <message>
        <source>operations of a request</source>
        <translation>Operationen einer Anfrage</translation>
    </message>
    <message>
        <source>runs by the schedule</source>
        <translation>Läufe nach dem Zeitplan</translation>
    </message>
    <message>
        <source>tokens of a request</source>
        <translation>Token einer Anfrage</translation>
    </message>
    <message>
        <source>tokens of an answer</source>
        <translation>Token einer Antwort</translation>
    </message>
    <message>
        <source>trips</source>
        <translation>Fahrten</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>units of a request, three at least</source>
        <translation>Einheiten einer Anfrage, mindestens drei</translation>
    </message>
    <message>
        <source>your order</source>
        <translation>nach Bestellung</translation>
    </message>
    <message>
        <source>your prompts; the answer of a request says how many it was</source>
        <translation>nach den Prompts; die Antwort einer Anfrage nennt, wie viele es waren</translation>
    </message>
    <message>
        <source>your schedule</source>
        <translation>nach Zeitplan</translation>
    </message>
    <message>
        <source>your texts</source>
        <translation>nach den Texten</translation>
    </message>
    <message>
        <source>, bound by {limit} ({use} at its worst</source>
        <translation>, begrenzt durch {limit} ({use} im schlimmsten Fall</translation>
    </message>
    <message>
        <source>, for it is {idle}</source>
        <translation>, denn dort gilt: {idle}</translation>
    </message>
    <message>
        <source>, held up by order: of a message group one batch is worked on at a time</source>
        <translation>, aufgehalten durch die Reihenfolge: aus einer Nachrichtengruppe wird immer nur ein Stapel bearbeitet</translation>
    </message>
    <message>
        <source>: messages of a group wait for those before them</source>
        <translation>: Nachrichten einer Gruppe warten auf die vor ihnen</translation>
    </message>
    <message>
        <source>At average rates nothing is refused: it came with a change of the load, or with its swings.</source>
        <translation>Bei mittleren Raten wird nichts abgewiesen: Es kam mit einer Änderung der Last oder mit ihren Schwankungen.</translation>
    </message>
    <message>
        <source>Give {component} more of what its work is spread over, let more batches of one be worked on at once, or make the work of {reader} on a batch shorter</source>
        <translation>{component} mehr von dem geben, worauf sich die Arbeit verteilt, mehrere Stapel daraus zugleich bearbeiten lassen oder die Arbeit von {reader} an einem Stapel verkürzen</translation>
    </message>
    <message>
        <source>On-demand serves twice the highest earlier traffic at once; 2,000 is a new table&apos;s 4,000. Warm throughput set beforehand counts as twice the peak.</source>
        <translation>On-Demand bedient sofort das Doppelte der höchsten früheren Last; 2.000 sind die 4.000 einer neuen Tabelle. Ein vorab gesetzter Warm Throughput zählt als das Doppelte der Spitze.</translation>
    </message>
    <message>
        <source>On-demand serves twice the highest earlier traffic at once; 6,000 is a new table&apos;s 12,000. Warm throughput set beforehand counts as twice the peak.</source>
        <translation>On-Demand bedient sofort das Doppelte der höchsten früheren Last; 6.000 sind die 12.000 einer neuen Tabelle. Ein vorab gesetzter Warm Throughput zählt als das Doppelte der Spitze.</translation>
    </message>
    <message>
        <source>One key asks for {asked} {unit} of a partition that gives {gives}: more capacity cannot carry it</source>
        <translation>Ein Schlüssel verlangt {asked} {unit} von einer Partition, die {gives} gibt: Mehr Kapazität kann das nicht tragen</translation>
    </message>
    <message>
        <source>One key sends {asked} {unit} to one {part}, which takes {takes}: more {parts} cannot carry it</source>
        <translation>Ein Schlüssel schickt {asked} {unit} an einen {part}, der {takes} nimmt: Mehr {parts} können das nicht tragen</translation>
    </message>
    <message>
        <source>Spread the messages over more groups, hand out larger batches, or make the work of {reader} on one shorter</source>
        <translation>Die Nachrichten auf mehr Gruppen verteilen, größere Stapel ausgeben oder die Arbeit von {reader} an einem verkürzen</translation>
    </message>
    <message>
        <source>Work at {component} found no room {refused} {refused|time|times} and was tried again later</source>
        <translation>Arbeit bei {component} fand {refused} {refused|Mal|Mal} keinen Platz und wurde später erneut versucht</translation>
    </message>
    <message>
        <source>share of the time that order held messages back</source>
        <translation>Anteil der Zeit, in der die Reihenfolge Nachrichten aufhielt</translation>
    </message>
    <message>
        <source>{component} refused its readers {refused} {refused|time|times}</source>
        <translation>{component} wies seine Leser {refused} {refused|Mal|Mal} ab</translation>
    </message>
    <message>
        <source>{share} of {offered}/s fail at {component}, by what it calls or its time limit</source>
        <translation>{share} von {offered}/s scheitern bei {component}, durch das, was es aufruft, oder sein Zeitlimit</translation>
    </message>
    <message>
        <source>{} dead-lettered.</source>
        <translation>{} in der Dead-Letter-Queue.</translation>
    </message>
    <message>
        <source>{} fell behind by {}</source>
        <translation>{} geriet um {} in Rückstand</translation>
    </message>
    <message>
        <source>{}: {} {}% over the whole scenario</source>
        <translation>{}: {} {} % über das ganze Szenario</translation>
    </message>
    <message>
        <source>&quot;{}&quot; has a price already</source>
        <translation>„{}“ hat schon einen Preis</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a plain decimal</source>
        <translation>„{}“ ist keine einfache Dezimalzahl</translation>
    </message>
    <message>
        <source>&quot;{}&quot; names no service</source>
        <translation>„{}“ nennt keinen Service</translation>
    </message>
    <message>
        <source>0 takes 1,000; the configuration of the server sets them.</source>
        <translation>0 nimmt 1.000; die Konfiguration des Servers legt sie fest.</translation>
    </message>
    <message>
        <source>0 takes 65,536, the default of a server (maxIncomingConnections).</source>
        <translation>0 nimmt 65.536, die Voreinstellung eines Servers (maxIncomingConnections).</translation>
    </message>
    <message>
        <source>2XLarge, 80 tasks</source>
        <translation>2XLarge, 80 Aufgaben</translation>
    </message>
    <message>
        <source>3,000 come with a gp3 volume; more are paid for.</source>
        <translation>3.000 gehören zu einem gp3-Volume; weitere werden bezahlt.</translation>
    </message>
    <message>
        <source>A MongoDB replica set that you run yourself on EC2 instances.</source>
        <translation>Ein selbst betriebenes MongoDB-Replica-Set auf EC2-Instanzen.</translation>
    </message>
    <message>
        <source>A Neo4j graph that you run yourself on EC2 instances.</source>
        <translation>Ein selbst betriebener Neo4j-Graph auf EC2-Instanzen.</translation>
    </message>
    <message>
        <source>A gp3 volume of each instance, paid for whether it is full or not.</source>
        <translation>Ein gp3-Volume jeder Instanz, bezahlt, ob voll oder nicht.</translation>
    </message>
    <message>
        <source>A gp3 volume without more being paid for</source>
        <translation>Ein gp3-Volume ohne Aufpreis</translation>
    </message>
    <message>
        <source>A gp3 volume, at most</source>
        <translation>Ein gp3-Volume, höchstens</translation>
    </message>
    <message>
        <source>A model that goes through a bucket on instances that are there for the job alone.</source>
        <translation>Ein Modell, das einen Bucket durchgeht, auf Instanzen nur für diesen Job.</translation>
    </message>
    <message>
        <source>A month entirely like {}, {} h, prices of {} as of {}</source>
        <translation>Ein Monat ganz wie {}, {} h, Preise von {}, Stand {}</translation>
    </message>
    <message>
        <source>A record that the bucket refused goes to the offline store so much later.</source>
        <translation>Ein Datensatz, den der Bucket abgewiesen hat, geht so viel später in den Offline-Speicher.</translation>
    </message>
    <message>
        <source>A run that takes longer fails (dagrun_timeout); 0 sets none.</source>
        <translation>Ein Lauf, der länger dauert, schlägt fehl (dagrun_timeout); 0 setzt nichts.</translation>
    </message>
    <message>
        <source>A warehouse whose queries spill over</source>
        <translation>Ein Lager, dessen Abfragen überlaufen</translation>
    </message>
    <message>
        <source>AWS says low milliseconds, without a figure</source>
        <translation>AWS nennt wenige Millisekunden, ohne Zahl</translation>
    </message>
    <message>
        <source>Added while more tasks run and wait than the workers take.</source>
        <translation>Kommen hinzu, während mehr Aufgaben laufen und warten, als die Worker nehmen.</translation>
    </message>
    <message>
        <source>All the time, the one that holds the driver among them.</source>
        <translation>Die ganze Zeit, mit dem, der den Treiber hat.</translation>
    </message>
    <message>
        <source>Already on the volume.</source>
        <translation>Schon auf dem Volume.</translation>
    </message>
    <message>
        <source>An Oracle database that you run yourself on an EC2 instance, with standbys that serve reads.</source>
        <translation>Eine selbst betriebene Oracle-Datenbank auf einer EC2-Instanz, mit Standbys, die Lesezugriffe bedienen.</translation>
    </message>
    <message>
        <source>At once (celery.worker_autoscale); 0 takes what the class has.</source>
        <translation>Zugleich (celery.worker_autoscale); 0 nimmt, was die Klasse hat.</translation>
    </message>
    <message>
        <source>Batch every</source>
        <translation>Stapel alle</translation>
    </message>
    <message>
        <source>Batch unless set</source>
        <translation>Stapel, wenn nicht anders gesetzt</translation>
    </message>
    <message>
        <source>Batch, at least</source>
        <translation>Stapel, mindestens</translation>
    </message>
    <message>
        <source>Beyond two each is billed.</source>
        <translation>Über zwei hinaus wird jeder berechnet.</translation>
    </message>
    <message>
        <source>Calls of each API</source>
        <translation>Aufrufe jeder API</translation>
    </message>
    <message>
        <source>Ceiling of one key.</source>
        <translation>Obergrenze eines Schlüssels.</translation>
    </message>
    <message>
        <source>Counts in small batches</source>
        <translation>Zählungen in kleinen Stapeln</translation>
    </message>
    <message>
        <source>DPUs of a worker</source>
        <translation>DPUs eines Workers</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Speicherkontingent erschöpft</translation>
    </message>
    <message>
        <source>Environment class</source>
        <translation>Umgebungsklasse</translation>
    </message>
    <message>
        <source>Environment, 2XLarge</source>
        <translation>Umgebung, 2XLarge</translation>
    </message>
    <message>
        <source>Environment, Large</source>
        <translation>Umgebung, Large</translation>
    </message>
    <message>
        <source>Environment, Medium</source>
        <translation>Umgebung, Medium</translation>
    </message>
    <message>
        <source>Environment, Small</source>
        <translation>Umgebung, Small</translation>
    </message>
    <message>
        <source>Environment, XLarge</source>
        <translation>Umgebung, XLarge</translation>
    </message>
    <message>
        <source>Features of a model by key: the latest at hand, all of them in a bucket.</source>
        <translation>Merkmale eines Modells nach Schlüssel: die neuesten zur Hand, alle in einem Bucket.</translation>
    </message>
    <message>
        <source>From the decision, from when it is billed, until it takes tasks.</source>
        <translation>Von der Entscheidung, ab der er berechnet wird, bis er Aufgaben nimmt.</translation>
    </message>
    <message>
        <source>From the end of what a task waited for until it is in line for a worker.</source>
        <translation>Vom Ende dessen, worauf eine Aufgabe wartete, bis sie für einen Worker ansteht.</translation>
    </message>
    <message>
        <source>From the start of a job until its instances have the model; billed.</source>
        <translation>Vom Start eines Jobs, bis seine Instanzen das Modell haben; wird berechnet.</translation>
    </message>
    <message>
        <source>From the trigger until its first task is looked at.</source>
        <translation>Vom Auslöser, bis seine erste Aufgabe angesehen wird.</translation>
    </message>
    <message>
        <source>Further schedulers, 2XLarge</source>
        <translation>Weitere Scheduler, 2XLarge</translation>
    </message>
    <message>
        <source>Further schedulers, Large</source>
        <translation>Weitere Scheduler, Large</translation>
    </message>
    <message>
        <source>Further schedulers, Medium</source>
        <translation>Weitere Scheduler, Medium</translation>
    </message>
    <message>
        <source>Further schedulers, Small</source>
        <translation>Weitere Scheduler, Small</translation>
    </message>
    <message>
        <source>Further schedulers, XLarge</source>
        <translation>Weitere Scheduler, XLarge</translation>
    </message>
    <message>
        <source>Further web servers, 2XLarge</source>
        <translation>Weitere Webserver, 2XLarge</translation>
    </message>
    <message>
        <source>Further web servers, Large</source>
        <translation>Weitere Webserver, Large</translation>
    </message>
    <message>
        <source>Further web servers, Medium</source>
        <translation>Weitere Webserver, Medium</translation>
    </message>
    <message>
        <source>Further web servers, Small</source>
        <translation>Weitere Webserver, Small</translation>
    </message>
    <message>
        <source>Further web servers, XLarge</source>
        <translation>Weitere Webserver, XLarge</translation>
    </message>
    <message>
        <source>Further workers, 2XLarge</source>
        <translation>Weitere Worker, 2XLarge</translation>
    </message>
    <message>
        <source>Further workers, Large</source>
        <translation>Weitere Worker, Large</translation>
    </message>
    <message>
        <source>Further workers, Medium</source>
        <translation>Weitere Worker, Medium</translation>
    </message>
    <message>
        <source>Further workers, Small</source>
        <translation>Weitere Worker, Small</translation>
    </message>
    <message>
        <source>Further workers, XLarge</source>
        <translation>Weitere Worker, XLarge</translation>
    </message>
    <message>
        <source>Graphs of a 2xlarge environment</source>
        <translation>Graphen einer 2xlarge-Umgebung</translation>
    </message>
    <message>
        <source>Graphs of a small environment</source>
        <translation>Graphen einer small-Umgebung</translation>
    </message>
    <message>
        <source>Graphs that wait for workers</source>
        <translation>Graphen, die auf Worker warten</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>How fast a core saves its part of the state with each batch, or restores it.</source>
        <translation>Wie schnell ein Kern seinen Teil des Zustands mit jedem Stapel sichert oder wiederherstellt.</translation>
    </message>
    <message>
        <source>How often tasks are counted and workers added.</source>
        <translation>Wie oft Aufgaben gezählt und Worker hinzugefügt werden.</translation>
    </message>
    <message>
        <source>In the online store before the first write.</source>
        <translation>Im Online-Speicher vor dem ersten Schreiben.</translation>
    </message>
    <message>
        <source>Input bytes that the model gets through on one.</source>
        <translation>Eingabebytes, die das Modell auf einer schafft.</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>Jobs at work</source>
        <translation>Arbeitende Jobs</translation>
    </message>
    <message>
        <source>Keep {needed} provisioned before the load comes, or make their start shorter</source>
        <translation>{needed} bereitgestellt halten, bevor die Last kommt, oder ihren Start verkürzen</translation>
    </message>
    <message>
        <source>Large, 20 tasks</source>
        <translation>Large, 20 Aufgaben</translation>
    </message>
    <message>
        <source>Looks before a worker goes</source>
        <translation>Blicke, bis ein Worker geht</translation>
    </message>
    <message>
        <source>MISSED</source>
        <translation>VERFEHLT</translation>
    </message>
    <message>
        <source>Medium, 10 tasks</source>
        <translation>Medium, 10 Aufgaben</translation>
    </message>
    <message>
        <source>Memory for state</source>
        <translation>Speicher für Zustand</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Metadata database</source>
        <translation>Metadatenbank</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>kein Platz mehr auf dem Datenträger</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>kein Ordner</translation>
    </message>
    <message>
        <source>Objects that age, kept in three ways</source>
        <translation>Alternde Objekte, auf drei Arten aufbewahrt</translation>
    </message>
    <message>
        <source>Of each job, all of one type.</source>
        <translation>Jedes Jobs, alle von einem Typ.</translation>
    </message>
    <message>
        <source>Of one vCPU&apos;s part of a node.</source>
        <translation>Vom Anteil einer vCPU an einem Knoten.</translation>
    </message>
    <message>
        <source>Offline copy tries again after</source>
        <translation>Offline-Kopie versucht es wieder nach</translation>
    </message>
    <message>
        <source>One goes when less than this share of the places has been in use.</source>
        <translation>Einer geht, wenn weniger als dieser Anteil der Plätze belegt war.</translation>
    </message>
    <message>
        <source>Online storage</source>
        <translation>Online-Speicher</translation>
    </message>
    <message>
        <source>Operations beyond those included, gp3</source>
        <translation>Operationen über die enthaltenen hinaus, gp3</translation>
    </message>
    <message>
        <source>Operations of a volume</source>
        <translation>Operationen eines Volumes</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>Planning, start of tasks and commit of a batch without any records.</source>
        <translation>Planung, Start der Aufgaben und Abschluss eines Stapels ohne Datensätze.</translation>
    </message>
    <message>
        <source>Price of an instance</source>
        <translation>Preis einer Instanz</translation>
    </message>
    <message>
        <source>Processor time of one core for a record read or a result made, all stages together.</source>
        <translation>Prozessorzeit eines Kerns für einen gelesenen Datensatz oder ein Ergebnis, alle Stufen zusammen.</translation>
    </message>
    <message>
        <source>Put a cache before the store, or read the key less often</source>
        <translation>Einen Cache vor den Speicher setzen oder den Schlüssel seltener lesen</translation>
    </message>
    <message>
        <source>Put a cache before the table, or split the key into copies that share the reads</source>
        <translation>Einen Cache vor die Tabelle setzen oder den Schlüssel in Kopien teilen, die sich die Lesezugriffe teilen</translation>
    </message>
    <message>
        <source>RRU/s</source>
        <translation>RRU/s</translation>
    </message>
    <message>
        <source>Read quota of the group</source>
        <translation>Lesekontingent der Gruppe</translation>
    </message>
    <message>
        <source>Read units</source>
        <translation>Leseeinheiten</translation>
    </message>
    <message>
        <source>Read units a second; one covers 4 KB of a record.</source>
        <translation>Leseeinheiten pro Sekunde; eine deckt 4 KB eines Datensatzes.</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>schreibgeschützter Datenträger</translation>
    </message>
    <message>
        <source>Reads of one record</source>
        <translation>Lesen eines Datensatzes</translation>
    </message>
    <message>
        <source>Reads of the group</source>
        <translation>Lesen der Gruppe</translation>
    </message>
    <message>
        <source>Records of a batch read</source>
        <translation>Datensätze eines gesammelten Lesens</translation>
    </message>
    <message>
        <source>Run message by message: {} messages are fewer than the {} from which sampling pays</source>
        <translation>Nachricht für Nachricht gelaufen: {} Nachrichten sind weniger als die {}, ab denen sich Stichproben lohnen</translation>
    </message>
    <message>
        <source>Runs Spark over streams in small batches, on a cluster that is kept for it.</source>
        <translation>Lässt Spark in kleinen Stapeln über Streams laufen, auf einem dafür gehaltenen Cluster.</translation>
    </message>
    <message>
        <source>Runs Spark over streams in small batches, without a cluster to keep.</source>
        <translation>Lässt Spark in kleinen Stapeln über Streams laufen, ohne eigenen Cluster.</translation>
    </message>
    <message>
        <source>Runs started</source>
        <translation>Gestartete Läufe</translation>
    </message>
    <message>
        <source>Runs started at once</source>
        <translation>Zugleich gestartete Läufe</translation>
    </message>
    <message>
        <source>Runs the tasks of Airflow&apos;s graphs on workers, in their order.</source>
        <translation>Führt die Aufgaben von Airflow-Graphen auf Workern aus, in ihrer Reihenfolge.</translation>
    </message>
    <message>
        <source>Schedulers</source>
        <translation>Scheduler</translation>
    </message>
    <message>
        <source>Scheduling of a task</source>
        <translation>Einplanen einer Aufgabe</translation>
    </message>
    <message>
        <source>Small, 5 tasks</source>
        <translation>Small, 5 Aufgaben</translation>
    </message>
    <message>
        <source>So often in a row there must be fewer tasks than the workers take.</source>
        <translation>So oft in Folge müssen es weniger Aufgaben sein, als die Worker nehmen.</translation>
    </message>
    <message>
        <source>Split the key, e.g. add a random suffix to it and let readers join the parts</source>
        <translation>Den Schlüssel teilen, z. B. durch ein zufälliges Suffix, und die Leser die Teile zusammenführen lassen</translation>
    </message>
    <message>
        <source>Split the key, e.g. add a suffix to it and gather on read</source>
        <translation>Den Schlüssel teilen, z. B. durch ein Suffix, und beim Lesen einsammeln</translation>
    </message>
    <message>
        <source>Start of a run, 99th percentile</source>
        <translation>Start eines Laufs, 99. Perzentil</translation>
    </message>
    <message>
        <source>Start of a run, median</source>
        <translation>Start eines Laufs, Median</translation>
    </message>
    <message>
        <source>Start of a worker</source>
        <translation>Start eines Workers</translation>
    </message>
    <message>
        <source>Starts from a snapshot</source>
        <translation>Starts aus einem Abbild</translation>
    </message>
    <message>
        <source>State of the job</source>
        <translation>Zustand des Jobs</translation>
    </message>
    <message>
        <source>State saved by a core</source>
        <translation>Zustand, den ein Kern sichert</translation>
    </message>
    <message>
        <source>Streaming job</source>
        <translation>Streaming-Job</translation>
    </message>
    <message>
        <source>Takeover takes</source>
        <translation>Übernahme dauert</translation>
    </message>
    <message>
        <source>Tasks at once</source>
        <translation>Aufgaben zugleich</translation>
    </message>
    <message>
        <source>Tasks of a worker</source>
        <translation>Aufgaben eines Workers</translation>
    </message>
    <message>
        <source>Tasks of a worker, 2xlarge</source>
        <translation>Aufgaben eines Workers, 2xlarge</translation>
    </message>
    <message>
        <source>Tasks of a worker, small</source>
        <translation>Aufgaben eines Workers, small</translation>
    </message>
    <message>
        <source>That may be triggered in one go after a quiet time.</source>
        <translation>Die nach einer ruhigen Zeit auf einmal ausgelöst werden dürfen.</translation>
    </message>
    <message>
        <source>That the schedulers start; what is triggered faster is refused.</source>
        <translation>Die die Scheduler starten; was schneller ausgelöst wird, wird abgewiesen.</translation>
    </message>
    <message>
        <source>The first comes with the environment.</source>
        <translation>Der erste gehört zur Umgebung.</translation>
    </message>
    <message>
        <source>The rest replace the latest of their key, so the online store does not grow by them.</source>
        <translation>Der Rest ersetzt den neuesten seines Schlüssels; der Online-Speicher wächst dadurch nicht.</translation>
    </message>
    <message>
        <source>Timeout of a run</source>
        <translation>Zeitgrenze eines Laufs</translation>
    </message>
    <message>
        <source>Two Regions write the same items</source>
        <translation>Zwei Regionen schreiben dieselben Einträge</translation>
    </message>
    <message>
        <source>Units of a Region</source>
        <translation>Einheiten einer Region</translation>
    </message>
    <message>
        <source>Units of a group</source>
        <translation>Einheiten einer Gruppe</translation>
    </message>
    <message>
        <source>Until a copy serves in place of a primary that is down; without a copy it stays down.</source>
        <translation>Bis eine Kopie anstelle eines ausgefallenen Primärservers dient; ohne Kopie bleibt er aus.</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>WRU/s</source>
        <translation>WRU/s</translation>
    </message>
    <message>
        <source>Web servers</source>
        <translation>Webserver</translation>
    </message>
    <message>
        <source>What an hour costs, and how many tasks a worker runs at once.</source>
        <translation>Was eine Stunde kostet, und wie viele Aufgaben ein Worker zugleich ausführt.</translation>
    </message>
    <message>
        <source>What an hour of the type costs; no price of batch transform is collected.</source>
        <translation>Was eine Stunde des Typs kostet; für Batch Transform ist kein Preis gesammelt.</translation>
    </message>
    <message>
        <source>What has come since the last batch is worked on together; its results are seen when the batch is done.</source>
        <translation>Was seit dem letzten Stapel kam, wird zusammen bearbeitet; seine Ergebnisse sind zu sehen, wenn der Stapel fertig ist.</translation>
    </message>
    <message>
        <source>What the database of the environment keeps.</source>
        <translation>Was die Datenbank der Umgebung aufbewahrt.</translation>
    </message>
    <message>
        <source>Work of the cores</source>
        <translation>Arbeit der Kerne</translation>
    </message>
    <message>
        <source>Work rate of an instance</source>
        <translation>Arbeitsrate einer Instanz</translation>
    </message>
    <message>
        <source>Workers go below</source>
        <translation>Worker gehen unter</translation>
    </message>
    <message>
        <source>Workers looked at every</source>
        <translation>Nach Workern gesehen alle</translation>
    </message>
    <message>
        <source>Workers unless raised</source>
        <translation>Worker, wenn nicht erhöht</translation>
    </message>
    <message>
        <source>Write quota of the group</source>
        <translation>Schreibkontingent der Gruppe</translation>
    </message>
    <message>
        <source>Write the features of one key less often, or gather them first</source>
        <translation>Die Merkmale eines Schlüssels seltener schreiben oder sie vorher sammeln</translation>
    </message>
    <message>
        <source>Write units</source>
        <translation>Schreibeinheiten</translation>
    </message>
    <message>
        <source>Write units a second; one covers 1 KB of a record.</source>
        <translation>Schreibeinheiten pro Sekunde; eine deckt 1 KB eines Datensatzes.</translation>
    </message>
    <message>
        <source>Writes of one record</source>
        <translation>Schreiben eines Datensatzes</translation>
    </message>
    <message>
        <source>Writes of the group</source>
        <translation>Schreiben der Gruppe</translation>
    </message>
    <message>
        <source>Writes that add a record</source>
        <translation>Schreibvorgänge, die einen Datensatz hinzufügen</translation>
    </message>
    <message>
        <source>XLarge, 40 tasks</source>
        <translation>XLarge, 40 Aufgaben</translation>
    </message>
    <message>
        <source>add &quot;service&quot;</source>
        <translation>„service“ ergänzen</translation>
    </message>
    <message>
        <source>add &quot;value&quot;</source>
        <translation>„value“ ergänzen</translation>
    </message>
    <message>
        <source>add it</source>
        <translation>ergänzen</translation>
    </message>
    <message>
        <source>add it as a text</source>
        <translation>als Text ergänzen</translation>
    </message>
    <message>
        <source>add the list of prices</source>
        <translation>die Liste der Preise ergänzen</translation>
    </message>
    <message>
        <source>add the row that follows it</source>
        <translation>die Zeile ergänzen, die darauf folgt</translation>
    </message>
    <message>
        <source>average them over longer times</source>
        <translation>über längere Zeiten mitteln</translation>
    </message>
    <message>
        <source>born {} + copied {} + generated {} = done {} + filtered {} + joined {} + gave up {} + lost {} + in flight {}</source>
        <translation>entstanden {} + kopiert {} + erzeugt {} = fertig {} + gefiltert {} + vereint {} + aufgegeben {} + verloren {} + unterwegs {}</translation>
    </message>
    <message>
        <source>buffer/poll wait</source>
        <translation>Warten auf Puffer oder Poll</translation>
    </message>
    <message>
        <source>busy cores</source>
        <translation>beschäftigte Kerne</translation>
    </message>
    <message>
        <source>cannot be read: {}</source>
        <translation>kann nicht gelesen werden: {}</translation>
    </message>
    <message>
        <source>cannot be sized automatically</source>
        <translation>kann nicht automatisch dimensioniert werden</translation>
    </message>
    <message>
        <source>connect a service that does</source>
        <translation>einen Service verbinden, der das tut</translation>
    </message>
    <message>
        <source>correct the integrations table</source>
        <translation>die Tabelle der Integrationen berichtigen</translation>
    </message>
    <message>
        <source>count seconds from the start of the scenario, from 0</source>
        <translation>Sekunden ab Beginn des Szenarios zählen, ab 0</translation>
    </message>
    <message>
        <source>counts, shares, levels, peaks, ends, freshness, cost</source>
        <translation>Anzahlen, Anteile, Stände, Spitzen, Endstände, Aktualität, Kosten</translation>
    </message>
    <message>
        <source>depends on runs kept</source>
        <translation>hängt von den aufbewahrten Läufen ab</translation>
    </message>
    <message>
        <source>depends on schedulers and graphs; measure yours</source>
        <translation>hängt von Schedulern und Graphen ab; selbst messen</translation>
    </message>
    <message>
        <source>depends on the type and on Spark&apos;s settings</source>
        <translation>hängt vom Typ und von Sparks Einstellungen ab</translation>
    </message>
    <message>
        <source>ends at {}</source>
        <translation>endet bei {}</translation>
    </message>
    <message>
        <source>environment-hour</source>
        <translation>Umgebungsstunde</translation>
    </message>
    <message>
        <source>follows a tier without upper bound</source>
        <translation>folgt auf eine Stufe ohne obere Grenze</translation>
    </message>
    <message>
        <source>give a CSV file</source>
        <translation>eine CSV-Datei angeben</translation>
    </message>
    <message>
        <source>give a price book, not a design</source>
        <translation>ein Preisbuch angeben, keinen Entwurf</translation>
    </message>
    <message>
        <source>give every row its time{}</source>
        <translation>jeder Zeile ihre Zeit geben{}</translation>
    </message>
    <message>
        <source>give it a value; the default is {}</source>
        <translation>einen Wert angeben; die Vorgabe ist {}</translation>
    </message>
    <message>
        <source>give it at least one row with a time</source>
        <translation>mindestens eine Zeile mit einer Zeit angeben</translation>
    </message>
    <message>
        <source>give one of them another id</source>
        <translation>einem davon eine andere Kennung geben</translation>
    </message>
    <message>
        <source>give records per second, from 0 to 1000000000</source>
        <translation>Datensätze pro Sekunde angeben, 0 bis 1000000000</translation>
    </message>
    <message>
        <source>give seconds, or a timestamp like 2026-03-01T12:00:00Z</source>
        <translation>Sekunden oder einen Zeitstempel wie 2026-03-01T12:00:00Z angeben</translation>
    </message>
    <message>
        <source>graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>graphs</source>
        <translation>Graphen</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>has no {}</source>
        <translation>hat kein {}</translation>
    </message>
    <message>
        <source>holds something that is not a text</source>
        <translation>enthält etwas, das kein Text ist</translation>
    </message>
    <message>
        <source>instances of a job</source>
        <translation>Instanzen eines Jobs</translation>
    </message>
    <message>
        <source>is &quot;{}&quot;, which is none of its choices</source>
        <translation>ist „{}“, was nicht zur Wahl steht</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>is missing or empty</source>
        <translation>fehlt oder ist leer</translation>
    </message>
    <message>
        <source>is neither true nor false</source>
        <translation>ist weder true noch false</translation>
    </message>
    <message>
        <source>is not &quot;plimsoll-price-book&quot;</source>
        <translation>ist nicht „plimsoll-price-book“</translation>
    </message>
    <message>
        <source>is not a list</source>
        <translation>ist keine Liste</translation>
    </message>
    <message>
        <source>is not a member of a price book</source>
        <translation>gehört nicht in ein Preisbuch</translation>
    </message>
    <message>
        <source>is not a number</source>
        <translation>ist keine Zahl</translation>
    </message>
    <message>
        <source>is not a number of zero or more</source>
        <translation>ist keine Zahl ab null</translation>
    </message>
    <message>
        <source>is not a text</source>
        <translation>ist kein Text</translation>
    </message>
    <message>
        <source>is not above &quot;from&quot;</source>
        <translation>liegt nicht über „from“</translation>
    </message>
    <message>
        <source>is not an object</source>
        <translation>ist kein Objekt</translation>
    </message>
    <message>
        <source>is not text</source>
        <translation>ist kein Text</translation>
    </message>
    <message>
        <source>is not within 0 to 8,784 hours</source>
        <translation>liegt nicht zwischen 0 und 8.784 Stunden</translation>
    </message>
    <message>
        <source>is not {}, where the tier before ends</source>
        <translation>ist nicht {}, wo die Stufe davor endet</translation>
    </message>
    <message>
        <source>is {}, not a whole number</source>
        <translation>ist {}, keine ganze Zahl</translation>
    </message>
    <message>
        <source>is {}, outside its range</source>
        <translation>ist {}, außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>jobs under way, start-up included</source>
        <translation>laufende Jobs, mit Anlauf</translation>
    </message>
    <message>
        <source>kept by the database</source>
        <translation>von der Datenbank aufbewahrt</translation>
    </message>
    <message>
        <source>leave &quot;to&quot; out of the last tier</source>
        <translation>„to“ in der letzten Stufe weglassen</translation>
    </message>
    <message>
        <source>list meter ids in quotes</source>
        <translation>Kennungen der Zähler in Anführungszeichen auflisten</translation>
    </message>
    <message>
        <source>list the meter ids the note counts</source>
        <translation>die Kennungen der Zähler auflisten, die die Notiz zählt</translation>
    </message>
    <message>
        <source>make the tiers ascend from 0 without gaps</source>
        <translation>die Stufen ab 0 lückenlos steigen lassen</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>muss eine Liste sein</translation>
    </message>
    <message>
        <source>must be a list of two numbers</source>
        <translation>muss eine Liste aus zwei Zahlen sein</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>muss eine Zahl sein</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>muss ein Objekt sein</translation>
    </message>
    <message>
        <source>must be text</source>
        <translation>muss Text sein</translation>
    </message>
    <message>
        <source>name a component of this design</source>
        <translation>eine Komponente dieses Entwurfs nennen</translation>
    </message>
    <message>
        <source>name a component of this design, or remove the connection</source>
        <translation>eine Komponente dieses Entwurfs nennen oder die Verbindung entfernen</translation>
    </message>
    <message>
        <source>name the column timestamp to count from the first row</source>
        <translation>die Spalte timestamp nennen, um ab der ersten Zeile zu zählen</translation>
    </message>
    <message>
        <source>name the columns in the first line, e.g. time,rate</source>
        <translation>die Spalten in der ersten Zeile nennen, z. B. time,rate</translation>
    </message>
    <message>
        <source>names no service</source>
        <translation>nennt keinen Service</translation>
    </message>
    <message>
        <source>needs &quot;hoursByService&quot;</source>
        <translation>braucht „hoursByService“</translation>
    </message>
    <message>
        <source>new records</source>
        <translation>neue Datensätze</translation>
    </message>
    <message>
        <source>not published; workers with running tasks are kept</source>
        <translation>nicht veröffentlicht; Worker mit laufenden Aufgaben bleiben</translation>
    </message>
    <message>
        <source>objectives</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>offered {} = accepted {} + throttled {} + rejected {}; accepted = completed {} + failed {} + lost {} + in flight {}</source>
        <translation>angeboten {} = angenommen {} + gedrosselt {} + abgewiesen {}; angenommen = abgeschlossen {} + fehlgeschlagen {} + verloren {} + unterwegs {}</translation>
    </message>
    <message>
        <source>p50 {}, p99 {}</source>
        <translation>p50 {}, p99 {}</translation>
    </message>
    <message>
        <source>partition {} of {}</source>
        <translation>Partition {} von {}</translation>
    </message>
    <message>
        <source>put a service that takes it between</source>
        <translation>einen Service dazwischensetzen, der sie annimmt</translation>
    </message>
    <message>
        <source>put it in double quotes</source>
        <translation>in doppelte Anführungszeichen setzen</translation>
    </message>
    <message>
        <source>put it in quotes</source>
        <translation>in Anführungszeichen setzen</translation>
    </message>
    <message>
        <source>read unit</source>
        <translation>Leseeinheit</translation>
    </message>
    <message>
        <source>run message by message: {} messages are fewer than the {} from which sampling pays</source>
        <translation>Nachricht für Nachricht gelaufen: {} Nachrichten sind weniger als die {}, ab denen sich Stichproben lohnen</translation>
    </message>
    <message>
        <source>runs/s</source>
        <translation>Läufe/s</translation>
    </message>
    <message>
        <source>say how long a month each counted service has</source>
        <translation>angeben, wie lang der Monat jedes gezählten Service ist</translation>
    </message>
    <message>
        <source>says no value to change to</source>
        <translation>nennt keinen neuen Wert</translation>
    </message>
    <message>
        <source>scheduler</source>
        <translation>Scheduler</translation>
    </message>
    <message>
        <source>scheduler-hour</source>
        <translation>Scheduler-Stunde</translation>
    </message>
    <message>
        <source>schedulers</source>
        <translation>Scheduler</translation>
    </message>
    <message>
        <source>see the price page for your type</source>
        <translation>siehe die Preisseite für den Typ</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>set its rate in the scenario&apos;s traffic, or let what it sends to fail</source>
        <translation>seine Rate im Verkehr des Szenarios setzen oder ausfallen lassen, wohin es sendet</translation>
    </message>
    <message>
        <source>shard {} of {}</source>
        <translation>Shard {} von {}</translation>
    </message>
    <message>
        <source>sort the rows by time</source>
        <translation>die Zeilen nach der Zeit ordnen</translation>
    </message>
    <message>
        <source>stored at the start</source>
        <translation>am Anfang gespeichert</translation>
    </message>
    <message>
        <source>tasks that waited for a worker</source>
        <translation>Aufgaben, die auf einen Worker warteten</translation>
    </message>
    <message>
        <source>the engine&apos;s default; your configuration sets it</source>
        <translation>Voreinstellung des Systems; die Konfiguration legt sie fest</translation>
    </message>
    <message>
        <source>the id {} is used twice</source>
        <translation>die Kennung {} ist doppelt vergeben</translation>
    </message>
    <message>
        <source>the whole scenario</source>
        <translation>das ganze Szenario</translation>
    </message>
    <message>
        <source>there is no component {}</source>
        <translation>es gibt keine Komponente {}</translation>
    </message>
    <message>
        <source>this program reads version {}</source>
        <translation>dieses Programm liest Version {}</translation>
    </message>
    <message>
        <source>times that workers were added</source>
        <translation>Male, dass Worker hinzukamen</translation>
    </message>
    <message>
        <source>turn {} on, or use capacity-cut</source>
        <translation>{} einschalten oder capacity-cut verwenden</translation>
    </message>
    <message>
        <source>units of the reads</source>
        <translation>Einheiten des Lesens</translation>
    </message>
    <message>
        <source>units of the writes</source>
        <translation>Einheiten des Schreibens</translation>
    </message>
    <message>
        <source>unknown {} {}</source>
        <translation>unbekannt: {} {}</translation>
    </message>
    <message>
        <source>use 1 to 64 of a-z, 0-9 and -, not starting with -</source>
        <translation>1 bis 64 Zeichen aus a-z, 0-9 und - verwenden, nicht mit - beginnend</translation>
    </message>
    <message>
        <source>use 720, 730 or 744</source>
        <translation>720, 730 oder 744 verwenden</translation>
    </message>
    <message>
        <source>use capacity-cut</source>
        <translation>capacity-cut verwenden</translation>
    </message>
    <message>
        <source>use down or capacity-cut</source>
        <translation>down oder capacity-cut verwenden</translation>
    </message>
    <message>
        <source>use true or false, without quotes</source>
        <translation>true oder false ohne Anführungszeichen verwenden</translation>
    </message>
    <message>
        <source>volume of an instance</source>
        <translation>Volume einer Instanz</translation>
    </message>
    <message>
        <source>with the environment</source>
        <translation>mit der Umgebung</translation>
    </message>
    <message>
        <source>worker-hour</source>
        <translation>Worker-Stunde</translation>
    </message>
    <message>
        <source>write dollars per million units such as &quot;0.014&quot;, below 1,000,000,000</source>
        <translation>Dollar pro Million Einheiten schreiben, etwa „0.014“, unter 1.000.000.000</translation>
    </message>
    <message>
        <source>write it as &lt;service id&gt;/&lt;meter&gt;, such as lambda/requests</source>
        <translation>als &lt;service id&gt;/&lt;meter&gt; schreiben, etwa lambda/requests</translation>
    </message>
    <message>
        <source>write it as [ ... ]</source>
        <translation>als [ ... ] schreiben</translation>
    </message>
    <message>
        <source>write it as [0, 0]</source>
        <translation>als [0, 0] schreiben</translation>
    </message>
    <message>
        <source>write it as a plain JSON number</source>
        <translation>als einfache JSON-Zahl schreiben</translation>
    </message>
    <message>
        <source>write it as { ... }</source>
        <translation>als { ... } schreiben</translation>
    </message>
    <message>
        <source>write it without quotes or unit</source>
        <translation>ohne Anführungszeichen und Einheit schreiben</translation>
    </message>
    <message>
        <source>write it without quotes, unit or decimals</source>
        <translation>ohne Anführungszeichen, Einheit und Nachkommastellen schreiben</translation>
    </message>
    <message>
        <source>write unit</source>
        <translation>Schreibeinheit</translation>
    </message>
    <message>
        <source>you run it: measure it</source>
        <translation>selbst betrieben: selbst messen</translation>
    </message>
    <message>
        <source>your graph</source>
        <translation>nach dem Graphen</translation>
    </message>
    <message>
        <source>your keys</source>
        <translation>nach den Schlüsseln</translation>
    </message>
    <message>
        <source>your model; calibrate with one job</source>
        <translation>nach dem Modell; mit einem Job kalibrieren</translation>
    </message>
    <message>
        <source>your network; measure it</source>
        <translation>nach dem Netz; selbst messen</translation>
    </message>
    <message>
        <source>your trigger</source>
        <translation>nach dem Trigger</translation>
    </message>
    <message>
        <source>{component} refused because its environments were busy starting, {starts} of them: its work by itself needs {needed} at once</source>
        <translation>{component} wies ab, weil seine Umgebungen mit dem Start beschäftigt waren, {starts} davon: Die Arbeit selbst braucht {needed} zugleich</translation>
    </message>
    <message>
        <source>{} = {}</source>
        <translation>{} = {}</translation>
    </message>
    <message>
        <source>{} and {} both only send work; put a service that takes it between</source>
        <translation>{} und {} senden beide nur Arbeit; einen Service dazwischensetzen, der sie annimmt</translation>
    </message>
    <message>
        <source>{} beside its work</source>
        <translation>{} neben seiner Arbeit</translation>
    </message>
    <message>
        <source>{} cannot be saved: {}</source>
        <translation>{} kann nicht gespeichert werden: {}</translation>
    </message>
    <message>
        <source>{} does not run on Spot capacity</source>
        <translation>{} läuft nicht auf Spot-Kapazität</translation>
    </message>
    <message>
        <source>{} has no nodes on Spot</source>
        <translation>{} hat keine Knoten auf Spot</translation>
    </message>
    <message>
        <source>{} is not a valid id</source>
        <translation>{} ist keine gültige Kennung</translation>
    </message>
    <message>
        <source>{} is unknown</source>
        <translation>{} ist unbekannt</translation>
    </message>
    <message>
        <source>{} of {} cannot be sized automatically</source>
        <translation>{} von {} kann nicht automatisch dimensioniert werden</translation>
    </message>
    <message>
        <source>{} of {} is &quot;{}&quot;, which is none of its choices</source>
        <translation>{} von {} ist „{}“, was nicht zur Wahl steht</translation>
    </message>
    <message>
        <source>{} of {} is neither true nor false</source>
        <translation>{} von {} ist weder true noch false</translation>
    </message>
    <message>
        <source>{} of {} is not a number</source>
        <translation>{} von {} ist keine Zahl</translation>
    </message>
    <message>
        <source>{} of {} is not text</source>
        <translation>{} von {} ist kein Text</translation>
    </message>
    <message>
        <source>{} of {} is {}, not a whole number</source>
        <translation>{} von {} ist {}, keine ganze Zahl</translation>
    </message>
    <message>
        <source>{} of {} is {}, outside its range</source>
        <translation>{} von {} ist {}, außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>{} only sends, no fault happens there</source>
        <translation>{} sendet nur, dort gibt es keine Störung</translation>
    </message>
    <message>
        <source>{} sits in no Availability Zone</source>
        <translation>{} steht in keiner Availability Zone</translation>
    </message>
    <message>
        <source>{} uses no {}; connect a service that does</source>
        <translation>{} nutzt kein {}; einen Service verbinden, der das tut</translation>
    </message>
    <message>
        <source>{}, so the connection goes from {} to {}</source>
        <translation>{}, also geht die Verbindung von {} nach {}</translation>
    </message>
    <message>
        <source>{}, {}, {} simulated, seed {}, {} events</source>
        <translation>{}, {}, {} simuliert, Startwert {}, {} Ereignisse</translation>
    </message>
    <message>
        <source>{}/group: there is no group {}</source>
        <translation>{}/group: es gibt keine Gruppe {}</translation>
    </message>
    <message>
        <source>{}/month, {} more each month</source>
        <translation>{}/Monat, jeden Monat {} mehr</translation>
    </message>
    <message>
        <source>{}/month, {} more each month.</source>
        <translation>{}/Monat, jeden Monat {} mehr.</translation>
    </message>
    <message>
        <source>{}/service: unknown service {}; kept as a placeholder</source>
        <translation>{}/service: unbekannter Service {}; als Platzhalter behalten</translation>
    </message>
    <message>
        <source>{}: offered, completed, refused</source>
        <translation>{}: angeboten, abgeschlossen, abgewiesen</translation>
    </message>
    <message>
        <source>{}: unknown parameter{}</source>
        <translation>{}: unbekannter Parameter{}</translation>
    </message>
    <message>
        <source>your choice, up to the 25 that AWS gives by default: </source>
        <translation>Ihre Wahl, bis zu den 25, die AWS von sich aus gibt: </translation>
    </message>
    <message>
        <source>your choice, up to the 25 that AWS gives by default: {}</source>
        <translation>Ihre Wahl, bis zu den 25, die AWS von sich aus gibt: {}</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>The alternatives are billed together here; what each costs is under Comparison.</source>
        <translation>Die Alternativen sind hier zusammen abgerechnet; was jede kostet, steht unter „Vergleich“.</translation>
    </message>
    <message>
        <source>; tried, that alone gains little: something else is used up next</source>
        <translation>; erprobt bringt das allein wenig: als Nächstes ist etwas anderes ausgeschöpft</translation>
    </message>
    <message>
        <source>Connect something that takes its requests, or see why nothing behind it does</source>
        <translation>Etwas verbinden, das seine Anfragen annimmt, oder nachsehen, warum nichts dahinter es tut</translation>
    </message>
    <message>
        <source>, with {what} of its own</source>
        <translation>, mit {what} für sich</translation>
    </message>
    <message>
        <source>EPU-hour</source>
        <translation>EPU-Stunde</translation>
    </message>
    <message>
        <source>Event pollers of queues</source>
        <translation>Eigene Poller für Warteschlangen</translation>
    </message>
    <message>
        <source>More are added, a hundred a minute, while messages are left.</source>
        <translation>Weitere kommen dazu, hundert in der Minute, solange Nachrichten übrig sind.</translation>
    </message>
    <message>
        <source>Pollers</source>
        <translation>Poller</translation>
    </message>
    <message>
        <source>Pollers, at least</source>
        <translation>Poller, mindestens</translation>
    </message>
    <message>
        <source>Pollers, at most</source>
        <translation>Poller, höchstens</translation>
    </message>
    <message>
        <source>Shared ones cost nothing and begin with few batches; your own are there all the time, receive 10 times and 1 MiB a second each, have 10 batches at a time, and are paid by the hour.</source>
        <translation>Gemeinsame kosten nichts und beginnen mit wenigen Stapeln; eigene sind immer da, empfangen je 10-mal und 1 MiB in der Sekunde, haben 10 Stapel zugleich und werden nach Stunden bezahlt.</translation>
    </message>
    <message>
        <source>There all the time; each is paid by the hour.</source>
        <translation>Immer da; jeder wird nach Stunden bezahlt.</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>event pollers of queues</source>
        <translation>eigene Poller für Warteschlangen</translation>
    </message>
    <message>
        <source>poller</source>
        <translation>Poller</translation>
    </message>
    <message>
        <source>pollers</source>
        <translation>Poller</translation>
    </message>
    <message>
        <source> in month {}</source>
        <translation> in Monat {}</translation>
    </message>
    <message>
        <source>128 MB at most at a viewer&apos;s event.</source>
        <translation>Höchstens 128 MB beim Ereignis eines Betrachters.</translation>
    </message>
    <message>
        <source>5 s at most at a viewer&apos;s event, 30 s at an origin&apos;s; exponential around the mean.</source>
        <translation>Höchstens 5 s beim Ereignis eines Betrachters, 30 s bei dem eines Ursprungs; exponentiell um den Mittelwert.</translation>
    </message>
    <message>
        <source>A crawl without a schedule begins after so many events, such as new objects.</source>
        <translation>Ein Durchlauf ohne Zeitplan beginnt nach so vielen Ereignissen, etwa neuen Objekten.</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>Ein Tag</translation>
    </message>
    <message>
        <source>A function beside the cache, at the viewer&apos;s event or the origin&apos;s; billed by request and duration.</source>
        <translation>Eine Funktion neben dem Cache, beim Ereignis des Betrachters oder des Ursprungs; nach Anfragen und Dauer berechnet.</translation>
    </message>
    <message>
        <source>A gp3 volume of each node, paid for whether it is full or not.</source>
        <translation>Ein gp3-Volume je Knoten, das bezahlt wird, ob es voll ist oder nicht.</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>Ein Monat</translation>
    </message>
    <message>
        <source>A ring of nodes that you run yourself: each key on N of them, reads wait for R, writes for W.</source>
        <translation>Ein Ring aus Knoten, den Sie selbst betreiben: jeder Schlüssel auf N davon, Lesen wartet auf R, Schreiben auf W.</translation>
    </message>
    <message>
        <source>A scenario may change it: a paused warehouse refuses all work and bills no nodes; one that is restored is away for a while, then has the rows of the last snapshot.</source>
        <translation>Ein Szenario kann ihn ändern: Ein angehaltenes Warehouse weist alle Arbeit ab und berechnet keine Knoten; eines, das wiederhergestellt wird, ist eine Weile weg und hat dann die Zeilen des letzten Snapshots.</translation>
    </message>
    <message>
        <source>A week</source>
        <translation>Eine Woche</translation>
    </message>
    <message>
        <source>A write goes to all N and is answered when so many have it; no more than N.</source>
        <translation>Ein Schreiben geht an alle N und wird beantwortet, wenn so viele es haben; nicht mehr als N.</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>AWS says a few minutes, without a figure: </source>
        <translation>AWS spricht von einigen Minuten, ohne Zahl: </translation>
    </message>
    <message>
        <source>AWS says a few minutes, without a figure: {}</source>
        <translation>AWS spricht von einigen Minuten, ohne Zahl: {}</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Aktivitäten</translation>
    </message>
    <message>
        <source>Activities and preconditions that run more than once a day; each is billed by the month.</source>
        <translation>Aktivitäten und Vorbedingungen, die öfter als einmal am Tag laufen; jede wird monatlich berechnet.</translation>
    </message>
    <message>
        <source>Activities, more than once a day</source>
        <translation>Aktivitäten, öfter als einmal am Tag</translation>
    </message>
    <message>
        <source>Added to every cold start.</source>
        <translation>Kommt zu jedem Kaltstart hinzu.</translation>
    </message>
    <message>
        <source>All copies</source>
        <translation>Alle Kopien</translation>
    </message>
    <message>
        <source>An address on the internet, a vendor&apos;s or your own, that takes what is sent to it.</source>
        <translation>Eine Adresse im Internet, von einem Anbieter oder Ihre eigene, die annimmt, was man ihr schickt.</translation>
    </message>
    <message>
        <source>An archive has 250 MB unpacked at most, an image 10 GB; new environments load what they need of it. No SnapStart from an image.</source>
        <translation>Ein Archiv hat entpackt höchstens 250 MB, ein Image 10 GB; neue Umgebungen laden davon, was sie brauchen. Kein SnapStart aus einem Image.</translation>
    </message>
    <message>
        <source>An automated snapshot is taken so often, or sooner by what changed.</source>
        <translation>So oft wird ein automatischer Snapshot gemacht, oder früher, je nachdem, was sich geändert hat.</translation>
    </message>
    <message>
        <source>Answer to the internet</source>
        <translation>Antwort ins Internet</translation>
    </message>
    <message>
        <source>Answers SQL over objects and other stores in memory, on a cluster that is kept running.</source>
        <translation>Beantwortet SQL über Objekte und andere Speicher im Arbeitsspeicher, auf einem Cluster, der weiterläuft.</translation>
    </message>
    <message>
        <source>Answers may be larger than 6 MB; what is beyond goes out at 2 MB/s while the run goes on, and is billed by the GB.</source>
        <translation>Antworten dürfen größer als 6 MB sein; was darüber liegt, geht mit 2 MB/s hinaus, solange der Lauf dauert, und wird nach GB berechnet.</translation>
    </message>
    <message>
        <source>As many copies as they wait for</source>
        <translation>So viele Kopien, wie sie abwarten</translation>
    </message>
    <message>
        <source>Asking all answers by the R-th fastest of N and costs N times the work of a read.</source>
        <translation>Alle zu fragen bringt die Antwort mit der R-t-schnellsten von N und kostet das N-fache an Lesearbeit.</translation>
    </message>
    <message>
        <source>Before a query reads anything.</source>
        <translation>Bevor eine Abfrage etwas liest.</translation>
    </message>
    <message>
        <source>Being restored from a snapshot</source>
        <translation>Wird aus einem Snapshot wiederhergestellt</translation>
    </message>
    <message>
        <source>Beside what the copies take.</source>
        <translation>Neben dem, was die Kopien brauchen.</translation>
    </message>
    <message>
        <source>Between two nodes, 99th percentile</source>
        <translation>Zwischen zwei Knoten, 99. Perzentil</translation>
    </message>
    <message>
        <source>Between two nodes, median</source>
        <translation>Zwischen zwei Knoten, Median</translation>
    </message>
    <message>
        <source>Buffer beside</source>
        <translation>Puffer daneben</translation>
    </message>
    <message>
        <source>Burst of a key</source>
        <translation>Stoß eines Schlüssels</translation>
    </message>
    <message>
        <source>Bytes of the objects that a crawl is done with a second; it reads the beginning of each only.</source>
        <translation>Bytes der Objekte, mit denen ein Durchlauf in der Sekunde fertig wird; er liest von jedem nur den Anfang.</translation>
    </message>
    <message>
        <source>Bytes that lie between two stages, of the input; they are written and read again.</source>
        <translation>Bytes, die zwischen zwei Stufen liegen, vom Eingang; sie werden geschrieben und wieder gelesen.</translation>
    </message>
    <message>
        <source>Changed on a node since the last snapshot.</source>
        <translation>Auf einem Knoten seit dem letzten Snapshot geändert.</translation>
    </message>
    <message>
        <source>Cleans data by recipes that are clicked together; jobs run them on nodes.</source>
        <translation>Bereinigt Daten nach Rezepten, die zusammengeklickt werden; Jobs führen sie auf Knoten aus.</translation>
    </message>
    <message>
        <source>Container image</source>
        <translation>Container-Image</translation>
    </message>
    <message>
        <source>Copies a read waits for, R</source>
        <translation>Kopien, auf die ein Lesen wartet, R</translation>
    </message>
    <message>
        <source>Copies a write waits for, W</source>
        <translation>Kopien, auf die ein Schreiben wartet, W</translation>
    </message>
    <message>
        <source>Copies of a key, N</source>
        <translation>Kopien eines Schlüssels, N</translation>
    </message>
    <message>
        <source>Core and task nodes. Managed scaling does not know Presto and Trino: it is you who adds some.</source>
        <translation>Core- und Task-Knoten. Verwaltete Skalierung kennt Presto und Trino nicht: Sie fügen welche hinzu.</translation>
    </message>
    <message>
        <source>Crawlers at once</source>
        <translation>Crawler gleichzeitig</translation>
    </message>
    <message>
        <source>Crawlers at work</source>
        <translation>Crawler bei der Arbeit</translation>
    </message>
    <message>
        <source>Crawls</source>
        <translation>Durchläufe</translation>
    </message>
    <message>
        <source>DPUs of a crawl</source>
        <translation>DPUs eines Durchlaufs</translation>
    </message>
    <message>
        <source>DPUs that a crawl works with; AWS chooses them.</source>
        <translation>DPUs, mit denen ein Durchlauf arbeitet; AWS wählt sie.</translation>
    </message>
    <message>
        <source>Data from an MSK topic</source>
        <translation>Daten aus einem MSK-Topic</translation>
    </message>
    <message>
        <source>Data into Apache Iceberg tables</source>
        <translation>Daten in Apache-Iceberg-Tabellen</translation>
    </message>
    <message>
        <source>Data looked through</source>
        <translation>Durchgesehene Daten</translation>
    </message>
    <message>
        <source>Data out to the internet</source>
        <translation>Daten ins Internet</translation>
    </message>
    <message>
        <source>Deliveries at once</source>
        <translation>Auslieferungen gleichzeitig</translation>
    </message>
    <message>
        <source>Deliveries its collector works on at once: until the indexers say that they have them.</source>
        <translation>Auslieferungen, an denen sein Collector zugleich arbeitet: bis die Indexer sagen, dass sie sie haben.</translation>
    </message>
    <message>
        <source>Delivers</source>
        <translation>Liefert</translation>
    </message>
    <message>
        <source>Each client has an API key with a rate, a burst and a quota of its own; beyond them it is refused with 429.</source>
        <translation>Jeder Client hat einen API-Schlüssel mit eigener Rate, eigenem Stoß und eigenem Kontingent; darüber wird er mit 429 abgewiesen.</translation>
    </message>
    <message>
        <source>Each stage after the first asks for its containers anew.</source>
        <translation>Jede Stufe nach der ersten fordert ihre Container neu an.</translation>
    </message>
    <message>
        <source>First byte, accelerated</source>
        <translation>Erstes Byte, beschleunigt</translation>
    </message>
    <message>
        <source>From the date of a run until its instances work: they boot and fetch the task runner.</source>
        <translation>Vom Termin eines Laufs, bis seine Instanzen arbeiten: Sie starten und holen den Task Runner.</translation>
    </message>
    <message>
        <source>From the last object until the tables and partitions are there.</source>
        <translation>Vom letzten Objekt, bis die Tabellen und Partitionen da sind.</translation>
    </message>
    <message>
        <source>From the node that coordinates a request to a copy and back.</source>
        <translation>Vom Knoten, der eine Anfrage koordiniert, zu einer Kopie und zurück.</translation>
    </message>
    <message>
        <source>From the start of a run until it reads; not billed.</source>
        <translation>Vom Start eines Laufs, bis er liest; nicht berechnet.</translation>
    </message>
    <message>
        <source>From the start of a run until it works.</source>
        <translation>Vom Start eines Laufs, bis er arbeitet.</translation>
    </message>
    <message>
        <source>From written data files to a snapshot of the table that shows them.</source>
        <translation>Von geschriebenen Datendateien bis zu einem Snapshot der Tabelle, der sie zeigt.</translation>
    </message>
    <message>
        <source>Gathered for a delivery, at most</source>
        <translation>Für eine Auslieferung gesammelt, höchstens</translation>
    </message>
    <message>
        <source>HTTP endpoint</source>
        <translation>HTTP-Endpunkt</translation>
    </message>
    <message>
        <source>Half of all requests are answered in this time, without waiting.</source>
        <translation>Die Hälfte aller Anfragen ist in dieser Zeit beantwortet, ohne Warten.</translation>
    </message>
    <message>
        <source>Half-hours in which somebody works on a recipe.</source>
        <translation>Halbe Stunden, in denen jemand an einem Rezept arbeitet.</translation>
    </message>
    <message>
        <source>Handed from stage to stage</source>
        <translation>Von Stufe zu Stufe weitergereicht</translation>
    </message>
    <message>
        <source>Hive or Pig on Tez</source>
        <translation>Hive oder Pig auf Tez</translation>
    </message>
    <message>
        <source>How long a delivery that OpenSearch, Splunk or an HTTP endpoint refuses is tried again; then it goes to the bucket beside, or is lost.</source>
        <translation>Wie lange eine Auslieferung, die OpenSearch, Splunk oder ein HTTP-Endpunkt abweist, wiederholt wird; dann geht sie in den Bucket daneben oder ist verloren.</translation>
    </message>
    <message>
        <source>How many run at once, each with its share of all vCPUs; the others wait.</source>
        <translation>Wie viele zugleich laufen, jede mit ihrem Anteil an allen vCPUs; die anderen warten.</translation>
    </message>
    <message>
        <source>In the ring; each takes its part of the keys.</source>
        <translation>Im Ring; jeder nimmt seinen Teil der Schlüssel.</translation>
    </message>
    <message>
        <source>In use; clients, told by the keys of their records, have one each.</source>
        <translation>In Gebrauch; Clients, die man an den Schlüsseln ihrer Datensätze unterscheidet, haben je einen.</translation>
    </message>
    <message>
        <source>Input bytes that one instance gets through a second.</source>
        <translation>Eingangsbytes, die eine Instanz in der Sekunde schafft.</translation>
    </message>
    <message>
        <source>Input bytes that one node gets through a second.</source>
        <translation>Eingangsbytes, die ein Knoten in der Sekunde schafft.</translation>
    </message>
    <message>
        <source>Instances of a run</source>
        <translation>Instanzen eines Laufs</translation>
    </message>
    <message>
        <source>Instances that a run starts for itself and ends.</source>
        <translation>Instanzen, die ein Lauf für sich startet und beendet.</translation>
    </message>
    <message>
        <source>Interactive sessions</source>
        <translation>Interaktive Sitzungen</translation>
    </message>
    <message>
        <source>Interruption by a resize</source>
        <translation>Unterbrechung durch eine Größenänderung</translation>
    </message>
    <message>
        <source>Interval beside</source>
        <translation>Intervall daneben</translation>
    </message>
    <message>
        <source>Job nodes</source>
        <translation>Knoten von Jobs</translation>
    </message>
    <message>
        <source>Kept beside</source>
        <translation>Daneben aufbewahrt</translation>
    </message>
    <message>
        <source>Lambda@Edge</source>
        <translation>Lambda@Edge</translation>
    </message>
    <message>
        <source>Lambda@Edge at a viewer&apos;s event</source>
        <translation>Lambda@Edge beim Ereignis eines Betrachters</translation>
    </message>
    <message>
        <source>Lambda@Edge at an origin&apos;s event</source>
        <translation>Lambda@Edge beim Ereignis eines Ursprungs</translation>
    </message>
    <message>
        <source>Lambda@Edge duration</source>
        <translation>Dauer von Lambda@Edge</translation>
    </message>
    <message>
        <source>Lambda@Edge requests</source>
        <translation>Anfragen an Lambda@Edge</translation>
    </message>
    <message>
        <source>Lambda@Edge, runs at once in a Region</source>
        <translation>Lambda@Edge, Läufe gleichzeitig in einer Region</translation>
    </message>
    <message>
        <source>Least time billed of a crawl</source>
        <translation>Kürzeste berechnete Zeit eines Durchlaufs</translation>
    </message>
    <message>
        <source>Loading an image</source>
        <translation>Laden eines Image</translation>
    </message>
    <message>
        <source>Longest retry to an index or address</source>
        <translation>Längste Wiederholung an Index oder Adresse</translation>
    </message>
    <message>
        <source>Looks at what lies in a store and writes its tables and partitions into the Data Catalog.</source>
        <translation>Sieht an, was in einem Speicher liegt, und schreibt dessen Tabellen und Partitionen in den Data Catalog.</translation>
    </message>
    <message>
        <source>MapReduce jobs that make up one job.</source>
        <translation>MapReduce-Jobs, aus denen ein Job besteht.</translation>
    </message>
    <message>
        <source>MapReduce, or Hive and Pig on it</source>
        <translation>MapReduce, oder Hive und Pig darauf</translation>
    </message>
    <message>
        <source>Median of the wait for the first byte by the edge.</source>
        <translation>Median der Wartezeit auf das erste Byte über den Rand.</translation>
    </message>
    <message>
        <source>More are refused until the next period.</source>
        <translation>Mehr werden bis zum nächsten Zeitraum abgewiesen.</translation>
    </message>
    <message>
        <source>More are refused.</source>
        <translation>Mehr werden abgewiesen.</translation>
    </message>
    <message>
        <source>No query or load begins, and what runs rests, when the number of nodes changes.</source>
        <translation>Keine Abfrage und kein Laden beginnt, und was läuft, ruht, wenn sich die Zahl der Knoten ändert.</translation>
    </message>
    <message>
        <source>Nodes of a job</source>
        <translation>Knoten eines Jobs</translation>
    </message>
    <message>
        <source>Nodes of a job, unless set</source>
        <translation>Knoten eines Jobs, wenn nicht gesetzt</translation>
    </message>
    <message>
        <source>Nodes that a run may use at once.</source>
        <translation>Knoten, die ein Lauf zugleich benutzen darf.</translation>
    </message>
    <message>
        <source>Nodes that follow each other are in different ones.</source>
        <translation>Knoten, die aufeinander folgen, sind in verschiedenen.</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Objects of a run</source>
        <translation>Objekte eines Laufs</translation>
    </message>
    <message>
        <source>Objects of what is kept beside are written at this size, or after the interval.</source>
        <translation>Objekte des daneben Aufbewahrten werden bei dieser Größe oder nach dem Intervall geschrieben.</translation>
    </message>
    <message>
        <source>Of one request, instead of the one above.</source>
        <translation>Einer Anfrage, anstelle des Wertes oben.</translation>
    </message>
    <message>
        <source>Oldest age of a record that is kept beside before it is written.</source>
        <translation>Höchstes Alter eines Datensatzes, der daneben aufbewahrt wird, bevor er geschrieben wird.</translation>
    </message>
    <message>
        <source>On every request</source>
        <translation>Bei jeder Anfrage</translation>
    </message>
    <message>
        <source>On nodes that follow each other in the ring; no more than there are nodes.</source>
        <translation>Auf Knoten, die im Ring aufeinander folgen; nicht mehr, als es Knoten gibt.</translation>
    </message>
    <message>
        <source>On requests to the origin</source>
        <translation>Bei Anfragen an den Ursprung</translation>
    </message>
    <message>
        <source>On-success destination</source>
        <translation>Ziel bei Erfolg</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Partitions of a table</source>
        <translation>Partitionen einer Tabelle</translation>
    </message>
    <message>
        <source>Partitions of the tables</source>
        <translation>Partitionen der Tabellen</translation>
    </message>
    <message>
        <source>Partitions that the records fall into by their keys; each gets data files of its own.</source>
        <translation>Partitionen, in die die Datensätze nach ihren Schlüsseln fallen; jede bekommt eigene Datendateien.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Kontingent</translation>
    </message>
    <message>
        <source>Quota of a Region: 1,000 at once that serve 10 requests a second each; more are refused. It can be raised.</source>
        <translation>Kontingent einer Region: 1.000 gleichzeitig, die je 10 Anfragen in der Sekunde bedienen; mehr werden abgewiesen. Es kann erhöht werden.</translation>
    </message>
    <message>
        <source>Rate of a key</source>
        <translation>Rate eines Schlüssels</translation>
    </message>
    <message>
        <source>Read at a copy, 99th percentile</source>
        <translation>Lesen an einer Kopie, 99. Perzentil</translation>
    </message>
    <message>
        <source>Read at a copy, median</source>
        <translation>Lesen an einer Kopie, Median</translation>
    </message>
    <message>
        <source>Reads ask</source>
        <translation>Lesen fragt</translation>
    </message>
    <message>
        <source>Request, 99th percentile</source>
        <translation>Anfrage, 99. Perzentil</translation>
    </message>
    <message>
        <source>Request, median</source>
        <translation>Anfrage, Median</translation>
    </message>
    <message>
        <source>Requests a second that one API key may send.</source>
        <translation>Anfragen in der Sekunde, die ein API-Schlüssel senden darf.</translation>
    </message>
    <message>
        <source>Requests in work</source>
        <translation>Anfragen in Arbeit</translation>
    </message>
    <message>
        <source>Requests it handles at once; the others wait.</source>
        <translation>Anfragen, die er zugleich bearbeitet; die anderen warten.</translation>
    </message>
    <message>
        <source>Requests of a key in a period</source>
        <translation>Anfragen eines Schlüssels in einem Zeitraum</translation>
    </message>
    <message>
        <source>Requests of one key that may come at once on a full token bucket.</source>
        <translation>Anfragen eines Schlüssels, die bei vollem Token-Bucket auf einmal kommen dürfen.</translation>
    </message>
    <message>
        <source>Requests of the busiest API key</source>
        <translation>Anfragen des meistbenutzten API-Schlüssels</translation>
    </message>
    <message>
        <source>Requests of the busiest API key in a period</source>
        <translation>Anfragen des meistbenutzten API-Schlüssels in einem Zeitraum</translation>
    </message>
    <message>
        <source>Requests take the nearest edge location and AWS&apos;s own network; billed by the GB, both ways.</source>
        <translation>Anfragen nehmen den nächsten Randstandort und das eigene Netz von AWS; nach GB berechnet, in beide Richtungen.</translation>
    </message>
    <message>
        <source>Requests that may wait; one more is refused with 503, and -1 sets no limit.</source>
        <translation>Anfragen, die warten dürfen; eine mehr wird mit 503 abgewiesen, und -1 setzt keine Grenze.</translation>
    </message>
    <message>
        <source>Response streaming</source>
        <translation>Gestreamte Antworten</translation>
    </message>
    <message>
        <source>Restore from a snapshot</source>
        <translation>Wiederherstellung aus einem Snapshot</translation>
    </message>
    <message>
        <source>Retry at an address for</source>
        <translation>Wiederholen an einer Adresse für</translation>
    </message>
    <message>
        <source>Rows of Apache Iceberg tables</source>
        <translation>Zeilen von Apache-Iceberg-Tabellen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Runs activities by schedule on instances it starts; closed to new customers, Glue or Step Functions follow it.</source>
        <translation>Führt Aktivitäten nach Zeitplan auf Instanzen aus, die es startet; für neue Kunden geschlossen, Glue oder Step Functions folgen ihm.</translation>
    </message>
    <message>
        <source>Runs at once; one more is refused.</source>
        <translation>Läufe gleichzeitig; einer mehr wird abgewiesen.</translation>
    </message>
    <message>
        <source>Runs at work</source>
        <translation>Läufe bei der Arbeit</translation>
    </message>
    <message>
        <source>Runs, at most</source>
        <translation>Läufe, höchstens</translation>
    </message>
    <message>
        <source>Searches logs and events, outside AWS; takes them over its HTTP Event Collector.</source>
        <translation>Durchsucht Protokolle und Ereignisse, außerhalb von AWS; nimmt sie über seinen HTTP Event Collector an.</translation>
    </message>
    <message>
        <source>Sessions a month</source>
        <translation>Sitzungen im Monat</translation>
    </message>
    <message>
        <source>Size of an answer; the first 6 MB cost nothing.</source>
        <translation>Größe einer Antwort; die ersten 6 MB kosten nichts.</translation>
    </message>
    <message>
        <source>Snapshot after</source>
        <translation>Snapshot nach</translation>
    </message>
    <message>
        <source>Snapshot every</source>
        <translation>Snapshot alle</translation>
    </message>
    <message>
        <source>So long after the first event it begins with fewer of them.</source>
        <translation>So lange nach dem ersten Ereignis beginnt er mit weniger davon.</translation>
    </message>
    <message>
        <source>Spark and Tez hand data on from stage to stage within one run; MapReduce starts anew for each stage and writes what lies between to disk.</source>
        <translation>Spark und Tez reichen Daten innerhalb eines Laufs von Stufe zu Stufe weiter; MapReduce beginnt für jede Stufe neu und schreibt, was dazwischen liegt, auf die Platte.</translation>
    </message>
    <message>
        <source>Splunk</source>
        <translation>Splunk</translation>
    </message>
    <message>
        <source>Stages of a job</source>
        <translation>Stufen eines Jobs</translation>
    </message>
    <message>
        <source>Start of a stage</source>
        <translation>Start einer Stufe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Streamed answer</source>
        <translation>Gestreamte Antwort</translation>
    </message>
    <message>
        <source>Streamed answers beyond 6 MB</source>
        <translation>Gestreamte Antworten über 6 MB</translation>
    </message>
    <message>
        <source>Task nodes come and go with the work of the running jobs, looked at every 10 s; for engines on YARN, as these are.</source>
        <translation>Task-Knoten kommen und gehen mit der Arbeit der laufenden Jobs, alle 10 s angesehen; für Engines auf YARN, wie diese es sind.</translation>
    </message>
    <message>
        <source>The period in which a key has so many requests; each begins anew.</source>
        <translation>Der Zeitraum, in dem ein Schlüssel so viele Anfragen hat; jeder beginnt neu.</translation>
    </message>
    <message>
        <source>They plan the queries and cost like the others; the work is the workers&apos;.</source>
        <translation>Sie planen die Abfragen und kosten wie die anderen; die Arbeit tun die Worker.</translation>
    </message>
    <message>
        <source>They share the work of a run.</source>
        <translation>Sie teilen sich die Arbeit eines Laufs.</translation>
    </message>
    <message>
        <source>Throughput, accelerated</source>
        <translation>Durchsatz, beschleunigt</translation>
    </message>
    <message>
        <source>Time of a run, mean</source>
        <translation>Zeit eines Laufs, Mittel</translation>
    </message>
    <message>
        <source>To the caller and back</source>
        <translation>Zum Aufrufer und zurück</translation>
    </message>
    <message>
        <source>Transfer Acceleration</source>
        <translation>Transfer Acceleration</translation>
    </message>
    <message>
        <source>Type of every node; the workers&apos; vCPUs do the work and both EMR and EC2 charge for its hours.</source>
        <translation>Typ jedes Knotens; die vCPUs der Worker tun die Arbeit, und EMR wie EC2 berechnen seine Stunden.</translation>
    </message>
    <message>
        <source>Until a warehouse made from a snapshot takes queries; blocks follow as they are asked for.</source>
        <translation>Bis ein Warehouse aus einem Snapshot Abfragen annimmt; Blöcke folgen, wenn nach ihnen gefragt wird.</translation>
    </message>
    <message>
        <source>Usage plan</source>
        <translation>Nutzungsplan</translation>
    </message>
    <message>
        <source>Waiting queries</source>
        <translation>Wartende Abfragen</translation>
    </message>
    <message>
        <source>What a bucket gets. Data of tables is billed by the GB at a rate of its own, instead of what comes in, and can be read once it is committed.</source>
        <translation>Was ein Bucket bekommt. Daten von Tabellen werden nach GB zu einem eigenen Satz berechnet, anstelle dessen, was hereinkommt, und können gelesen werden, sobald sie festgeschrieben sind.</translation>
    </message>
    <message>
        <source>What a request sends out of the Region; 0 leaves it off the bill.</source>
        <translation>Was eine Anfrage aus der Region hinausschickt; 0 lässt es von der Rechnung.</translation>
    </message>
    <message>
        <source>What failed</source>
        <translation>Was gescheitert ist</translation>
    </message>
    <message>
        <source>What failed, and all source records</source>
        <translation>Was gescheitert ist, und alle Quelldatensätze</translation>
    </message>
    <message>
        <source>What goes to the bucket connected as on-failure destination. Without one, what cannot be transformed or sorted goes to the destination&apos;s error prefix, and to nowhere where that is no bucket.</source>
        <translation>Was in den Bucket geht, der als Ziel bei Fehlern verbunden ist. Ohne einen geht, was nicht umgeformt oder einsortiert werden kann, unter das Fehlerpräfix des Ziels, und nirgendwohin, wo dieses kein Bucket ist.</translation>
    </message>
    <message>
        <source>What is stored and read of the size as plain text.</source>
        <translation>Was von der Größe als reiner Text gespeichert und gelesen wird.</translation>
    </message>
    <message>
        <source>With R + W above N a read meets the newest write; no more than N.</source>
        <translation>Mit R + W über N trifft ein Lesen das neueste Schreiben; nicht mehr als N.</translation>
    </message>
    <message>
        <source>With the median it sets the log-normal law of the time.</source>
        <translation>Mit dem Median legt es das log-normale Gesetz der Zeit fest.</translation>
    </message>
    <message>
        <source>Work rate of a node</source>
        <translation>Arbeitsrate eines Knotens</translation>
    </message>
    <message>
        <source>Worker nodes</source>
        <translation>Worker-Knoten</translation>
    </message>
    <message>
        <source>Write at a copy, 99th percentile</source>
        <translation>Schreiben an einer Kopie, 99. Perzentil</translation>
    </message>
    <message>
        <source>Write at a copy, median</source>
        <translation>Schreiben an einer Kopie, Median</translation>
    </message>
    <message>
        <source>Writing the catalog</source>
        <translation>Schreiben des Katalogs</translation>
    </message>
    <message>
        <source>Zip archive</source>
        <translation>Zip-Archiv</translation>
    </message>
    <message>
        <source>Zip archive, unpacked</source>
        <translation>Zip-Archiv, entpackt</translation>
    </message>
    <message>
        <source>activities</source>
        <translation>Aktivitäten</translation>
    </message>
    <message>
        <source>activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>activity-month</source>
        <translation>Aktivitätsmonat</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>billed time of a run</source>
        <translation>berechnete Zeit eines Laufs</translation>
    </message>
    <message>
        <source>came in</source>
        <translation>kam herein</translation>
    </message>
    <message>
        <source>counts at the age of</source>
        <translation>zählt ab dem Alter von</translation>
    </message>
    <message>
        <source>crawler</source>
        <translation>Crawler</translation>
    </message>
    <message>
        <source>crawlers</source>
        <translation>Crawler</translation>
    </message>
    <message>
        <source>crawls at work, on average, ten minutes each at least</source>
        <translation>Durchläufe bei der Arbeit, im Mittel, mindestens zehn Minuten jeder</translation>
    </message>
    <message>
        <source>depends on the distance; 100 as without it</source>
        <translation>hängt von der Entfernung ab; 100 wie ohne sie</translation>
    </message>
    <message>
        <source>depends on the distance; twice as much as without it, until you measure yours</source>
        <translation>hängt von der Entfernung ab; doppelt so viel wie ohne sie, bis Sie Ihren messen</translation>
    </message>
    <message>
        <source>depends on the image and on what is cached; measure yours</source>
        <translation>hängt vom Image ab und davon, was zwischengespeichert ist; messen Sie Ihres</translation>
    </message>
    <message>
        <source>depends on the recipe; calibrate with one run</source>
        <translation>hängt vom Rezept ab; mit einem Lauf kalibrieren</translation>
    </message>
    <message>
        <source>depends on your tables</source>
        <translation>hängt von Ihren Tabellen ab</translation>
    </message>
    <message>
        <source>events told to on-success destinations</source>
        <translation>Ereignisse, die Zielen bei Erfolg gemeldet wurden</translation>
    </message>
    <message>
        <source>in month {}, from the age of {} days on</source>
        <translation>in Monat {}, ab dem Alter von {} Tagen</translation>
    </message>
    <message>
        <source>inflow x month</source>
        <translation>Zufluss x Monat</translation>
    </message>
    <message>
        <source>instances of a run</source>
        <translation>Instanzen eines Laufs</translation>
    </message>
    <message>
        <source>its owner&apos;s; taken as at once</source>
        <translation>die seines Besitzers; als sofort angenommen</translation>
    </message>
    <message>
        <source>nodes of a run</source>
        <translation>Knoten eines Laufs</translation>
    </message>
    <message>
        <source>nodes that are not paused</source>
        <translation>Knoten, die nicht angehalten sind</translation>
    </message>
    <message>
        <source>not AWS&apos;s: measure it, or ask who runs it</source>
        <translation>nicht von AWS: messen Sie es, oder fragen Sie, wer es betreibt</translation>
    </message>
    <message>
        <source>not published: the console shows minutes</source>
        <translation>nicht veröffentlicht: die Konsole zeigt Minuten</translation>
    </message>
    <message>
        <source>not published; depends on the size</source>
        <translation>nicht veröffentlicht; hängt von der Größe ab</translation>
    </message>
    <message>
        <source>not published; look at the DPU-hours of a run of yours</source>
        <translation>nicht veröffentlicht; sehen Sie sich die DPU-Stunden eines Ihrer Läufe an</translation>
    </message>
    <message>
        <source>objects of source records</source>
        <translation>Objekte von Quelldatensätzen</translation>
    </message>
    <message>
        <source>objects of what failed</source>
        <translation>Objekte des Gescheiterten</translation>
    </message>
    <message>
        <source>read of topics</source>
        <translation>aus Topics gelesen</translation>
    </message>
    <message>
        <source>records that could not be delivered in time</source>
        <translation>Datensätze, die nicht rechtzeitig ausgeliefert werden konnten</translation>
    </message>
    <message>
        <source>requests over a key&apos;s quota</source>
        <translation>Anfragen über dem Kontingent eines Schlüssels</translation>
    </message>
    <message>
        <source>requests over a key&apos;s rate</source>
        <translation>Anfragen über der Rate eines Schlüssels</translation>
    </message>
    <message>
        <source>requests that found too few copies</source>
        <translation>Anfragen, die zu wenige Kopien fanden</translation>
    </message>
    <message>
        <source>resizes</source>
        <translation>Größenänderungen</translation>
    </message>
    <message>
        <source>restores from a snapshot</source>
        <translation>Wiederherstellungen aus einem Snapshot</translation>
    </message>
    <message>
        <source>rows lost since the snapshot</source>
        <translation>seit dem Snapshot verlorene Zeilen</translation>
    </message>
    <message>
        <source>runs at the edge</source>
        <translation>Läufe am Rand</translation>
    </message>
    <message>
        <source>runs of the function at the edge</source>
        <translation>Läufe der Funktion am Rand</translation>
    </message>
    <message>
        <source>runs with instances, on average</source>
        <translation>Läufe mit Instanzen, im Mittel</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>sessions a month</source>
        <translation>Sitzungen im Monat</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>stages</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>stale reads</source>
        <translation>veraltete Lesevorgänge</translation>
    </message>
    <message>
        <source>steady state</source>
        <translation>eingeschwungener Zustand</translation>
    </message>
    <message>
        <source>streamed beyond 6 MB</source>
        <translation>gestreamt über 6 MB</translation>
    </message>
    <message>
        <source>vCPU time of one copy.</source>
        <translation>vCPU-Zeit einer Kopie.</translation>
    </message>
    <message>
        <source>vCPUs and the price of an hour of a node.</source>
        <translation>vCPUs und der Preis einer Stunde eines Knotens.</translation>
    </message>
    <message>
        <source>volume of a node</source>
        <translation>Volume eines Knotens</translation>
    </message>
    <message>
        <source>what came early enough to be old enough</source>
        <translation>was früh genug kam, um alt genug zu sein</translation>
    </message>
    <message>
        <source>written and read</source>
        <translation>geschrieben und gelesen</translation>
    </message>
    <message>
        <source>your cluster and queries; measure them</source>
        <translation>Ihr Cluster und Ihre Abfragen; messen Sie sie</translation>
    </message>
    <message>
        <source>your data; calibrate with one run</source>
        <translation>Ihre Daten; mit einem Lauf kalibrieren</translation>
    </message>
    <message>
        <source>your own code</source>
        <translation>Ihr eigener Code</translation>
    </message>
    <message>
        <source>your own plan</source>
        <translation>Ihr eigener Plan</translation>
    </message>
    <message>
        <source>your people</source>
        <translation>Ihre Leute</translation>
    </message>
    <message>
        <source>your pipeline</source>
        <translation>Ihre Pipeline</translation>
    </message>
    <message>
        <source>your program; calibrate with one run</source>
        <translation>Ihr Programm; mit einem Lauf kalibrieren</translation>
    </message>
    <message>
        <source>your resource groups</source>
        <translation>Ihre Ressourcengruppen</translation>
    </message>
    <message>
        <source>your session&apos;s limit</source>
        <translation>die Grenze Ihrer Sitzung</translation>
    </message>
    <message>
        <source>your trigger&apos;s choice</source>
        <translation>die Wahl Ihres Triggers</translation>
    </message>
    <message>
        <source>{} in a month</source>
        <translation>{} in einem Monat</translation>
    </message>
    <message>
        <source>A message group (the key of a record) on a standard queue: when one group has more in work than the others, theirs come first, so that it alone waits. Costs a surcharge on requests.</source>
        <translation>Eine Nachrichtengruppe (der Schlüssel eines Datensatzes) an einer Standard-Queue: Hat eine Gruppe mehr in Arbeit als die anderen, kommen deren Nachrichten zuerst, so dass nur sie wartet. Kostet einen Aufschlag auf Anfragen.</translation>
    </message>
    <message>
        <source>Fair to its groups</source>
        <translation>Fair zu ihren Gruppen</translation>
    </message>
    <message>
        <source>Relieve {callee} first, which is at {use} of {limit}: calls to it keep {component} busy</source>
        <translation>Zuerst {callee} entlasten, das bei {use} von {limit} ist: Aufrufe dorthin halten {component} beschäftigt</translation>
    </message>
    <message>
        <source>Surcharge on requests, fair queue</source>
        <translation>Aufschlag auf Anfragen, faire Queue</translation>
    </message>
    <message>
        <source>every request of a fair queue</source>
        <translation>jede Anfrage einer fairen Queue</translation>
    </message>
    <message>
        <source>fair-requests</source>
        <translation>Anfragen an faire Queues</translation>
    </message>
    <message>
        <source>mean wait in all other groups, s</source>
        <translation>mittlere Wartezeit in allen anderen Gruppen, s</translation>
    </message>
    <message>
        <source>mean wait in the busiest group, s</source>
        <translation>mittlere Wartezeit in der größten Gruppe, s</translation>
    </message>
    <message>
        <source>share of the messages in the busiest group</source>
        <translation>Anteil der Nachrichten in der größten Gruppe</translation>
    </message>
    <message>
        <source>{} is kept busy by calls to {}, which is at {} of its {}.</source>
        <translation>{} ist beschäftigt mit Aufrufen an {}, das bei {} von {} ist.</translation>
    </message>
    <message>
        <source>, and stays {stays}</source>
        <translation>, und bleibt {stays}</translation>
    </message>
    <message>
        <source>, for {receiver} refuses what it is sent</source>
        <translation>, denn {receiver} weist ab, was ankommt</translation>
    </message>
    <message>
        <source>1/h</source>
        <translation>1/h</translation>
    </message>
    <message>
        <source>: {receiver} refused {share} of what it was sent</source>
        <translation>: {receiver} hat {share} davon abgewiesen</translation>
    </message>
    <message>
        <source>; they are lost</source>
        <translation>; sie sind verloren</translation>
    </message>
    <message>
        <source>; they lie in the bucket of what failed</source>
        <translation>; sie liegen im Bucket für Gescheitertes</translation>
    </message>
    <message>
        <source>A query of {component} opens {objects} objects of {size} MB, {each} one after the other by each of its workers: that takes {share} of its {seconds} s</source>
        <translation>Eine Abfrage von {component} öffnet {objects} Objekte von {size} MB, {each} nacheinander durch jeden ihrer Worker: das sind {share} ihrer {seconds} s</translation>
    </message>
    <message>
        <source>A table written in small files</source>
        <translation>Eine Tabelle aus kleinen Dateien</translation>
    </message>
    <message>
        <source>A warehouse that sleeps at night</source>
        <translation>Ein Warehouse, das nachts schläft</translation>
    </message>
    <message>
        <source>Code at the edge</source>
        <translation>Code am Netzrand</translation>
    </message>
    <message>
        <source>Connect a bucket in the role of an on-failure destination, or let deliveries be tried for longer</source>
        <translation>Einen Bucket als Ziel für Gescheitertes verbinden oder Lieferungen länger versuchen lassen</translation>
    </message>
    <message>
        <source>Deliveries while Splunk is away</source>
        <translation>Lieferungen, während Splunk fehlt</translation>
    </message>
    <message>
        <source>Gather what is written into larger objects, or leave them where they are</source>
        <translation>Geschriebenes zu größeren Objekten sammeln oder sie lassen, wo sie sind</translation>
    </message>
    <message>
        <source>Keep {then} there before the load comes, or look at it more often and act at once</source>
        <translation>{then} bereithalten, bevor die Last kommt, oder öfter hinsehen und sofort handeln</translation>
    </message>
    <message>
        <source>Let deliveries be tried for longer, or send what lies there once more</source>
        <translation>Lieferungen länger versuchen lassen oder, was dort liegt, noch einmal senden</translation>
    </message>
    <message>
        <source>Let reads hear {then} copies, so that R + W is more than N, or accept it where it does no harm</source>
        <translation>Lesende {then} Kopien hören lassen, damit R + W größer als N ist, oder es hinnehmen, wo es nicht schadet</translation>
    </message>
    <message>
        <source>Queries that share a cluster</source>
        <translation>Abfragen, die sich einen Cluster teilen</translation>
    </message>
    <message>
        <source>Reads of {component} hear {r} of {n} copies and writes wait for {w}: of the reads right after a write is acknowledged, up to {share} miss it</source>
        <translation>Lesende von {component} hören {r} von {n} Kopien, und Schreibende warten auf {w}: von den Lesenden gleich nach der Bestätigung verpassen bis zu {share} den letzten Stand</translation>
    </message>
    <message>
        <source>Reads that miss the last write</source>
        <translation>Lesende, die den letzten Stand verpassen</translation>
    </message>
    <message>
        <source>See why {receiver} refuses</source>
        <translation>Nachsehen, warum {receiver} abweist</translation>
    </message>
    <message>
        <source>Small jobs beside a lake</source>
        <translation>Kleine Jobs neben einem Data Lake</translation>
    </message>
    <message>
        <source>USD/GB-month</source>
        <translation>USD/GB-Monat</translation>
    </message>
    <message>
        <source>While {component} is not there it refuses {asked} loads and queries an hour</source>
        <translation>Solange {component} nicht da ist, weist es {asked} Ladevorgänge und Abfragen in der Stunde ab</translation>
    </message>
    <message>
        <source>a move</source>
        <translation>ein Umzug</translation>
    </message>
    <message>
        <source>class after</source>
        <translation>Klasse danach</translation>
    </message>
    <message>
        <source>class before</source>
        <translation>Klasse davor</translation>
    </message>
    <message>
        <source>delivery tries again</source>
        <translation>weitere Lieferversuche</translation>
    </message>
    <message>
        <source>files a day</source>
        <translation>Dateien am Tag</translation>
    </message>
    <message>
        <source>files a second x 86,400</source>
        <translation>Dateien je Sekunde x 86.400</translation>
    </message>
    <message>
        <source>gathered at most</source>
        <translation>höchstens gesammelt</translation>
    </message>
    <message>
        <source>heard by a read</source>
        <translation>von Lesenden gehört</translation>
    </message>
    <message>
        <source>loads and queries that come meanwhile</source>
        <translation>Ladevorgänge und Abfragen, die inzwischen kommen</translation>
    </message>
    <message>
        <source>months until a move pays</source>
        <translation>Monate, bis sich ein Umzug lohnt</translation>
    </message>
    <message>
        <source>most</source>
        <translation>am meisten</translation>
    </message>
    <message>
        <source>most waiting at {}</source>
        <translation>am meisten wartend bei {}</translation>
    </message>
    <message>
        <source>objects / workers x time to open one</source>
        <translation>Objekte / Worker x Zeit, eines zu öffnen</translation>
    </message>
    <message>
        <source>over connections</source>
        <translation>über Verbindungen</translation>
    </message>
    <message>
        <source>price of a move / (GB x difference of the prices)</source>
        <translation>Preis eines Umzugs / (GB x Unterschied der Preise)</translation>
    </message>
    <message>
        <source>reads that miss the last write</source>
        <translation>Lesende, die den letzten Stand verpassen</translation>
    </message>
    <message>
        <source>records given up</source>
        <translation>aufgegebene Datensätze</translation>
    </message>
    <message>
        <source>refused until the retries ended</source>
        <translation>abgewiesen, bis die Versuche endeten</translation>
    </message>
    <message>
        <source>there then</source>
        <translation>damals da</translation>
    </message>
    <message>
        <source>there then / most</source>
        <translation>damals da / am meisten</translation>
    </message>
    <message>
        <source>there when work began to wait</source>
        <translation>da, als Arbeit zu warten begann</translation>
    </message>
    <message>
        <source>time of the query</source>
        <translation>Zeit der Abfrage</translation>
    </message>
    <message>
        <source>time on opening</source>
        <translation>Zeit für das Öffnen</translation>
    </message>
    <message>
        <source>waited for by a write</source>
        <translation>von Schreibenden erwartet</translation>
    </message>
    <message>
        <source>{component} adds {files} files of {size} MB a day to the table: queries open each of them</source>
        <translation>{component} fügt der Tabelle am Tag {files} Dateien von {size} MB hinzu: Abfragen öffnen jede davon</translation>
    </message>
    <message>
        <source>{component} could not deliver {records} {records|record|records} in time</source>
        <translation>{component} konnte {records} {records|Datensatz|Datensätze} nicht rechtzeitig liefern</translation>
    </message>
    <message>
        <source>{component} scaled too late: it had {few} {unit} when work began to wait, and the {most} that were enough only at {when} s, when {waiting} waited</source>
        <translation>{component} wuchs zu spät: Als Arbeit zu warten begann, waren {few} {unit} da und die {most}, die genügten, erst bei {when} s, als {waiting} warteten</translation>
    </message>
    <message>
        <source>{moves} of {component} cost {cost} a month: an object of {size} saves the price of its move after {pays} months</source>
        <translation>{moves} von {component} kosten {cost} im Monat: Ein Objekt von {size} spart den Preis seines Umzugs nach {pays} Monaten ein</translation>
    </message>
    <message>
        <source>Compact the table into objects of 128 MB</source>
        <translation>Die Tabelle zu Objekten von 128 MB verdichten</translation>
    </message>
    <message>
        <source>Gather for longer, into fewer partitions, or compact the table</source>
        <translation>Länger sammeln, in weniger Partitionen, oder die Tabelle verdichten</translation>
    </message>
    <message>
        <source>Let it resume before they come, or let what loads it hold back until then</source>
        <translation>Es fortsetzen, bevor sie kommen, oder, was lädt, bis dahin zurückhalten</translation>
    </message>
    <message>
        <source>, {waiting} of them still at the end</source>
        <translation>, {waiting} davon noch am Ende</translation>
    </message>
    <message>
        <source>0 where your own code or function names the keys</source>
        <translation>0, wo eigener Code oder eine Funktion die Schlüssel nennt</translation>
    </message>
    <message>
        <source>1/month</source>
        <translation>1/Monat</translation>
    </message>
    <message>
        <source>: a fault let it fail for {failing} s</source>
        <translation>: eine Störung ließ es {failing} s lang fehlschlagen</translation>
    </message>
    <message>
        <source>: a fault took it away for {down} s</source>
        <translation>: ein Ausfall nahm es für {down} s weg</translation>
    </message>
    <message>
        <source>: they came back while {reader} was still at work on them, and each receive counted</source>
        <translation>: sie kamen zurück, während {reader} noch an ihnen arbeitete, und jede Abholung zählte</translation>
    </message>
    <message>
        <source>: {callee} takes {seconds} s on average</source>
        <translation>: {callee} braucht im Mittel {seconds} s</translation>
    </message>
    <message>
        <source>Alias to a resource of AWS</source>
        <translation>Alias auf eine Ressource von AWS</translation>
    </message>
    <message>
        <source>An index, warehouse or address inside a VPC is reached by an interface in each of its zones: billed by the hour and by the GB that comes in. 0 = the destination is not in one.</source>
        <translation>Ein Index, Warehouse oder eine Adresse in einer VPC wird über eine Schnittstelle in jeder ihrer Zonen erreicht: berechnet nach Stunden und nach GB, die hereinkommen. 0 = das Ziel ist in keiner.</translation>
    </message>
    <message>
        <source>At average rates nothing is refused: it came with a fault of the scenario.</source>
        <translation>Bei mittleren Raten wird nichts abgewiesen: es kam mit einer Störung des Szenarios.</translation>
    </message>
    <message>
        <source>Authors with the generative features, paid by the month.</source>
        <translation>Autoren mit den generativen Funktionen, monatlich bezahlt.</translation>
    </message>
    <message>
        <source>Beyond the million that is free each month.</source>
        <translation>Über die Million hinaus, die jeden Monat frei ist.</translation>
    </message>
    <message>
        <source>Billed at least</source>
        <translation>Mindestens berechnet</translation>
    </message>
    <message>
        <source>By the kind of the record. Who asks from where is not told apart: the routing above steers them. Alias queries to load balancers, CloudFront and the like cost nothing.</source>
        <translation>Nach der Art des Eintrags. Wer von wo fragt, wird nicht unterschieden: das Routing oben lenkt sie. Alias-Abfragen auf Load Balancer, CloudFront und dergleichen kosten nichts.</translation>
    </message>
    <message>
        <source>Checked endpoints</source>
        <translation>Geprüfte Endpunkte</translation>
    </message>
    <message>
        <source>Data Catalog objects</source>
        <translation>Objekte im Data Catalog</translation>
    </message>
    <message>
        <source>Data Catalog requests</source>
        <translation>Anfragen an den Data Catalog</translation>
    </message>
    <message>
        <source>Delivery into a VPC, data</source>
        <translation>Lieferung in eine VPC, Daten</translation>
    </message>
    <message>
        <source>Delivery into a VPC, zones</source>
        <translation>Lieferung in eine VPC, Zonen</translation>
    </message>
    <message>
        <source>Dynamic partitioning by JQ</source>
        <translation>Dynamische Partitionierung mit JQ</translation>
    </message>
    <message>
        <source>Each item in a transaction is prepared and committed, which takes its units twice; a read in one is a consistent one.</source>
        <translation>Jedes Item einer Transaktion wird vorbereitet und festgeschrieben, was seine Einheiten zweimal kostet; ein Lesen darin ist ein konsistentes.</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Anderswo</translation>
    </message>
    <message>
        <source>Fast checks of other endpoints</source>
        <translation>Schnelle Prüfungen anderer Endpunkte</translation>
    </message>
    <message>
        <source>From S3 into a new table, billed by the GB without compression; uses no write capacity.</source>
        <translation>Aus S3 in eine neue Tabelle, berechnet nach GB ohne Kompression; nutzt keine Schreibkapazität.</translation>
    </message>
    <message>
        <source>From backups or to a point in time, into a new table; billed by the GB.</source>
        <translation>Aus Backups oder auf einen Zeitpunkt, in eine neue Tabelle; nach GB berechnet.</translation>
    </message>
    <message>
        <source>GB a month</source>
        <translation>GB im Monat</translation>
    </message>
    <message>
        <source>GB read, enhanced consumers included</source>
        <translation>gelesene GB, mit Enhanced-Konsumenten</translation>
    </message>
    <message>
        <source>GB/month</source>
        <translation>GB/Monat</translation>
    </message>
    <message>
        <source>GET requests, Glacier Deep Archive</source>
        <translation>GET-Anfragen, Glacier Deep Archive</translation>
    </message>
    <message>
        <source>GET requests, Glacier Flexible Retrieval</source>
        <translation>GET-Anfragen, Glacier Flexible Retrieval</translation>
    </message>
    <message>
        <source>Geolocation</source>
        <translation>Nach Standort</translation>
    </message>
    <message>
        <source>Geolocation queries</source>
        <translation>Abfragen nach Standort</translation>
    </message>
    <message>
        <source>Geoproximity</source>
        <translation>Nach Nähe</translation>
    </message>
    <message>
        <source>Geoproximity queries</source>
        <translation>Abfragen nach Nähe</translation>
    </message>
    <message>
        <source>Give {apart} of its {readers} readers reads of their own (enhanced fan-out), or let fewer share it</source>
        <translation>Gib {apart} seiner {readers} Leser eigenes Lesen (Enhanced Fan-out), oder lass weniger es teilen</translation>
    </message>
    <message>
        <source>Glacier Deep Archive</source>
        <translation>Glacier Deep Archive</translation>
    </message>
    <message>
        <source>Glacier Flexible Retrieval</source>
        <translation>Glacier Flexible Retrieval</translation>
    </message>
    <message>
        <source>Health checks of other endpoints</source>
        <translation>Zustandsprüfungen anderer Endpunkte</translation>
    </message>
    <message>
        <source>Hours of JQ that take the keys out of the records, billed on top.</source>
        <translation>Stunden JQ, die die Schlüssel aus den Datensätzen holen, zusätzlich berechnet.</translation>
    </message>
    <message>
        <source>IP-based</source>
        <translation>Nach IP-Adresse</translation>
    </message>
    <message>
        <source>IP-based queries</source>
        <translation>Abfragen nach IP-Adresse</translation>
    </message>
    <message>
        <source>Imported a month</source>
        <translation>Importiert im Monat</translation>
    </message>
    <message>
        <source>Imports from S3</source>
        <translation>Importe aus S3</translation>
    </message>
    <message>
        <source>In AWS</source>
        <translation>In AWS</translation>
    </message>
    <message>
        <source>JQ processing</source>
        <translation>JQ-Verarbeitung</translation>
    </message>
    <message>
        <source>JQ processing a month</source>
        <translation>JQ-Verarbeitung im Monat</translation>
    </message>
    <message>
        <source>Keep environments provisioned for the peak, or make their start shorter: snapshots, a lighter runtime, less to load</source>
        <translation>Halte Umgebungen für die Spitze bereit, oder verkürze ihren Start: Snapshots, eine leichtere Laufzeitumgebung, weniger zu laden</translation>
    </message>
    <message>
        <source>Keep errors for a shorter time, or let it give the last good answer instead</source>
        <translation>Behalte Fehler kürzer, oder lass es stattdessen die letzte gute Antwort geben</translation>
    </message>
    <message>
        <source>Latency-based</source>
        <translation>Nach Latenz</translation>
    </message>
    <message>
        <source>Latency-based queries</source>
        <translation>Abfragen nach Latenz</translation>
    </message>
    <message>
        <source>Let callers try again for longer than that, have something that takes over sooner, or hold the work in a queue meanwhile</source>
        <translation>Lass Aufrufer länger als das noch einmal versuchen, habe etwas, das früher übernimmt, oder halte die Arbeit so lange in einer Queue</translation>
    </message>
    <message>
        <source>Let it do less at a time, give it more to do it with, or raise the timeout</source>
        <translation>Lass es weniger auf einmal tun, gib ihm mehr dafür, oder erhöhe das Zeitlimit</translation>
    </message>
    <message>
        <source>Let messages stay hidden for longer than {reader} takes, then move the dead letters back</source>
        <translation>Lass Nachrichten länger verborgen, als {reader} braucht, und hole dann die Dead Letters zurück</translation>
    </message>
    <message>
        <source>Let messages stay hidden for longer than {reader} takes: much of its work is done twice</source>
        <translation>Lass Nachrichten länger verborgen, als {reader} braucht: vieles tut es doppelt</translation>
    </message>
    <message>
        <source>Let messages stay hidden for longer than {reader} takes; the work is done twice until then</source>
        <translation>Lass Nachrichten länger verborgen, als {reader} braucht; bis dahin wird doppelt gearbeitet</translation>
    </message>
    <message>
        <source>Long-term retrieval</source>
        <translation>Langzeitabruf</translation>
    </message>
    <message>
        <source>Make {callee} quicker than that, raise the timeout where it may be raised, or answer at once and let the work go on behind a queue</source>
        <translation>Mach {callee} schneller als das, erhöhe das Zeitlimit, wo man es darf, oder antworte sofort und lass die Arbeit hinter einer Queue weitergehen</translation>
    </message>
    <message>
        <source>Make {callee} quicker, or raise the timeout of {component}</source>
        <translation>Mach {callee} schneller, oder erhöhe das Zeitlimit von {component}</translation>
    </message>
    <message>
        <source>Objects in the catalog</source>
        <translation>Objekte im Katalog</translation>
    </message>
    <message>
        <source>Of the account&apos;s 25 MB/s, in and out each, what this stream has to come up for; less where other streams of the account and Region carry some of it.</source>
        <translation>Von den 25 MB/s des Kontos, je hinein und hinaus, das, wofür dieser Stream aufkommt; weniger, wo andere Streams des Kontos und der Region einen Teil tragen.</translation>
    </message>
    <message>
        <source>On-demand Advantage</source>
        <translation>On-demand Advantage</translation>
    </message>
    <message>
        <source>On-demand Advantage data in</source>
        <translation>On-demand Advantage, Daten hinein</translation>
    </message>
    <message>
        <source>On-demand Advantage data out</source>
        <translation>On-demand Advantage, Daten hinaus</translation>
    </message>
    <message>
        <source>On-demand Advantage retention beyond a day</source>
        <translation>On-demand Advantage, Aufbewahrung über einen Tag hinaus</translation>
    </message>
    <message>
        <source>PUT requests, Glacier Deep Archive</source>
        <translation>PUT-Anfragen, Glacier Deep Archive</translation>
    </message>
    <message>
        <source>PUT requests, Glacier Flexible Retrieval</source>
        <translation>PUT-Anfragen, Glacier Flexible Retrieval</translation>
    </message>
    <message>
        <source>Pro authors</source>
        <translation>Pro-Autoren</translation>
    </message>
    <message>
        <source>Pro readers</source>
        <translation>Pro-Leser</translation>
    </message>
    <message>
        <source>Provisioned pays for shards you set; on-demand pays for bytes and follows the 30-day write peak; Advantage has lower rates for an account that takes in and hands out 25 MB/s at least.</source>
        <translation>Provisioned zahlt für Shards, die du festlegst; On-demand zahlt für Bytes und folgt der Schreibspitze von 30 Tagen; Advantage hat niedrigere Preise für ein Konto, das mindestens 25 MB/s aufnimmt und abgibt.</translation>
    </message>
    <message>
        <source>Queries billed as</source>
        <translation>Abfragen berechnet als</translation>
    </message>
    <message>
        <source>Raise {limit}, or let less come at a time</source>
        <translation>Erhöhe {limit}, oder lass weniger auf einmal kommen</translation>
    </message>
    <message>
        <source>Read of older than 7 days</source>
        <translation>Gelesen von über 7 Tage Altem</translation>
    </message>
    <message>
        <source>Readers with the generative features, paid by the month.</source>
        <translation>Leser mit den generativen Funktionen, monatlich bezahlt.</translation>
    </message>
    <message>
        <source>Requests to the catalog</source>
        <translation>Anfragen an den Katalog</translation>
    </message>
    <message>
        <source>Restored a month</source>
        <translation>Wiederhergestellt im Monat</translation>
    </message>
    <message>
        <source>Restores</source>
        <translation>Wiederherstellungen</translation>
    </message>
    <message>
        <source>Retrievals from long-term retention are billed by the GB.</source>
        <translation>Abrufe aus der Langzeitaufbewahrung werden nach GB berechnet.</translation>
    </message>
    <message>
        <source>Tables, versions, partitions, databases beyond the million that is free; billed by the month.</source>
        <translation>Tabellen, Versionen, Partitionen, Datenbanken über die freie Million hinaus; monatlich berechnet.</translation>
    </message>
    <message>
        <source>What a health check costs.</source>
        <translation>Was eine Zustandsprüfung kostet.</translation>
    </message>
    <message>
        <source>Zones of a VPC it delivers into</source>
        <translation>Zonen einer VPC, in die es liefert</translation>
    </message>
    <message>
        <source>billed at least</source>
        <translation>mindestens berechnet</translation>
    </message>
    <message>
        <source>cold starts / runs</source>
        <translation>Kaltstarts / Läufe</translation>
    </message>
    <message>
        <source>done with too late</source>
        <translation>zu spät erledigt</translation>
    </message>
    <message>
        <source>done with too late / received</source>
        <translation>zu spät erledigt / abgeholt</translation>
    </message>
    <message>
        <source>errors given from memory</source>
        <translation>Fehler aus dem Gedächtnis</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>given up / offered</source>
        <translation>aufgegeben / angeboten</translation>
    </message>
    <message>
        <source>h/month</source>
        <translation>h/Monat</translation>
    </message>
    <message>
        <source>imported from S3 a month</source>
        <translation>im Monat aus S3 importiert</translation>
    </message>
    <message>
        <source>objects beyond the free ones</source>
        <translation>Objekte über die freien hinaus</translation>
    </message>
    <message>
        <source>read of what is older than 7 days</source>
        <translation>gelesen von dem, was älter als 7 Tage ist</translation>
    </message>
    <message>
        <source>received</source>
        <translation>abgeholt</translation>
    </message>
    <message>
        <source>requests beyond the free ones</source>
        <translation>Anfragen über die freien hinaus</translation>
    </message>
    <message>
        <source>restored from backups a month</source>
        <translation>im Monat aus Backups wiederhergestellt</translation>
    </message>
    <message>
        <source>share done with too late</source>
        <translation>zu spät erledigter Anteil</translation>
    </message>
    <message>
        <source>share given up</source>
        <translation>aufgegebener Anteil</translation>
    </message>
    <message>
        <source>zone-hour</source>
        <translation>Zonen-Stunde</translation>
    </message>
    <message>
        <source>zones delivered into</source>
        <translation>belieferte Zonen</translation>
    </message>
    <message>
        <source>{component} gave up {records} of {offered} because they took longer than its timeout</source>
        <translation>{component} gab {records} von {offered} auf, weil sie länger dauerten als sein Zeitlimit</translation>
    </message>
    <message>
        <source>{component} gave {remembered} {remembered|error|errors} from memory: what its origin failed for once was failed for everybody who asked for it meanwhile</source>
        <translation>{component} gab {remembered} {remembered|Fehler|Fehler} aus dem Gedächtnis: was beim Ursprung einmal fehlschlug, schlug für alle fehl, die inzwischen danach fragten</translation>
    </message>
    <message>
        <source>{component} hands messages out again while {reader} is still at work on them: {twice} of {received} receives were done with too late</source>
        <translation>{component} gibt Nachrichten noch einmal aus, während {reader} noch an ihnen arbeitet: {twice} von {received} Abholungen waren zu spät erledigt</translation>
    </message>
    <message>
        <source>{component} held deliveries back {refused} {refused|time|times}</source>
        <translation>{component} hielt {refused} {refused|Mal|Mal} Zustellungen zurück</translation>
    </message>
    <message>
        <source>{starts} of the {runs} runs of {component} waited for a new environment: the slowest hundredth took {slow} s or more, half of all {median} s</source>
        <translation>{starts} der {runs} Läufe von {component} warteten auf eine neue Umgebung: das langsamste Hundertstel brauchte {slow} s oder mehr, die Hälfte aller {median} s</translation>
    </message>
    <message>
        <source>{} failed for {} by a fault.</source>
        <translation>{} schlug durch eine Störung für {} fehl.</translation>
    </message>
    <message>
        <source>{} gave up {} after its timeout.</source>
        <translation>{} gab {} nach seinem Zeitlimit auf.</translation>
    </message>
    <message>
        <source>{} gave up {} after its timeout: {} takes longer.</source>
        <translation>{} gab {} nach seinem Zeitlimit auf: {} braucht länger.</translation>
    </message>
    <message>
        <source>{} was down and refused {}.</source>
        <translation>{} war ausgefallen und wies {} ab.</translation>
    </message>
    <message>
        <source>A shop front for its users</source>
        <translation>Ein Schaufenster für seine Kunden</translation>
    </message>
    <message>
        <source>Bulk</source>
        <translation>Massenabruf</translation>
    </message>
    <message>
        <source>Bulk restore, Glacier Deep Archive, at most</source>
        <translation>Massenwiederherstellung, Glacier Deep Archive, höchstens</translation>
    </message>
    <message>
        <source>Bulk restore, Glacier Flexible, at most</source>
        <translation>Massenwiederherstellung, Glacier Flexible, höchstens</translation>
    </message>
    <message>
        <source>Bulk retrieval, Glacier Deep Archive</source>
        <translation>Massenabruf, Glacier Deep Archive</translation>
    </message>
    <message>
        <source>Bulk retrieval, Glacier Flexible Retrieval</source>
        <translation>Massenabruf, Glacier Flexible Retrieval</translation>
    </message>
    <message>
        <source>Event pollers of topics</source>
        <translation>Abrufer von Topics</translation>
    </message>
    <message>
        <source>Expedited</source>
        <translation>Beschleunigt</translation>
    </message>
    <message>
        <source>Expedited restore, Glacier Flexible, at most</source>
        <translation>Beschleunigte Wiederherstellung, Glacier Flexible, höchstens</translation>
    </message>
    <message>
        <source>Expedited retrieval, Glacier Flexible Retrieval</source>
        <translation>Beschleunigter Abruf, Glacier Flexible Retrieval</translation>
    </message>
    <message>
        <source>More are added while all are at work, no more than partitions.</source>
        <translation>Weitere kommen hinzu, solange alle arbeiten, nicht mehr als Partitionen.</translation>
    </message>
    <message>
        <source>Share of the reads that meet objects in the last class; archives are restored first.</source>
        <translation>Anteil der Lesezugriffe, die Objekte in der letzten Klasse treffen; aus Archiven wird vorher wiederhergestellt.</translation>
    </message>
    <message>
        <source>Shared ones cost nothing; your own are there all the time, read 5 MB a second and have 5 batches at a time each, and are paid by the hour, ten of them or 20 MB/s together.</source>
        <translation>Gemeinsame kosten nichts; eigene sind immer da, lesen je 5 MB in der Sekunde, haben je 5 Stapel gleichzeitig und werden nach Stunden bezahlt, zehn von ihnen oder 20 MB/s zusammen.</translation>
    </message>
    <message>
        <source>There all the time, no more than partitions.</source>
        <translation>Immer da, nicht mehr als Partitionen.</translation>
    </message>
    <message>
        <source>What is read of Glacier Flexible Retrieval and Deep Archive is restored first, at the price of this option; Deep Archive has no expedited one and takes the standard one instead.</source>
        <translation>Was aus Glacier Flexible Retrieval und Deep Archive gelesen wird, wird vorher wiederhergestellt, zum Preis dieser Wahl; Deep Archive hat keine beschleunigte und nimmt stattdessen die gewöhnliche.</translation>
    </message>
    <message>
        <source>What keys and logs cost beside the work</source>
        <translation>Was Schlüssel und Protokolle neben der Arbeit kosten</translation>
    </message>
    <message>
        <source>units of event pollers of topics</source>
        <translation>Einheiten von Abrufern von Topics</translation>
    </message>
    <message>
        <source>0 s</source>
        <translation>0 s</translation>
    </message>
    <message>
        <source>&lt;1 us</source>
        <translation>&lt;1 µs</translation>
    </message>
    <message>
        <source>every hour</source>
        <translation>jede Stunde</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>kein Limit</translation>
    </message>
    <message>
        <source>the record&apos;s own</source>
        <translation>wie der Datensatz</translation>
    </message>
    <message>
        <source>A global database: they keep a copy of the data there, take writes from here and are read as replicas are. 0 is no second Region.</source>
        <translation>Eine globale Datenbank: Sie halten dort eine Kopie der Daten, übernehmen die Schreibzugriffe von hier und werden wie Replikate gelesen. 0 heißt: keine zweite Region.</translation>
    </message>
    <message>
        <source>A job waits until so many instances are free, has them to itself and ends on all at once.</source>
        <translation>Ein Job wartet, bis so viele Instanzen frei sind, hat sie für sich allein und endet auf allen zugleich.</translation>
    </message>
    <message>
        <source>A read of an archive is answered when its object is restored: the middle of the hours that AWS publishes for the option, or yours.</source>
        <translation>Ein Lesezugriff auf ein Archiv ist beantwortet, wenn sein Objekt wiederhergestellt ist: die Mitte der Stunden, die AWS für die Art veröffentlicht, oder die eigenen.</translation>
    </message>
    <message>
        <source>A write is answered when the write-ahead log has it; once for all rows of a request.</source>
        <translation>Ein Schreibzugriff ist beantwortet, wenn er im Write-Ahead-Log steht; einmal für alle Zeilen einer Anfrage.</translation>
    </message>
    <message>
        <source>AWS publishes bounds: 1 to 5 min, 3 to 5 h, 5 to 12 h; of Deep Archive within 12 h, 48 h</source>
        <translation>AWS veröffentlicht Grenzen: 1 bis 5 min, 3 bis 5 h, 5 bis 12 h; bei Deep Archive binnen 12 h, 48 h</translation>
    </message>
    <message>
        <source>An attempt that works longer is ended, calls included, and not made again.</source>
        <translation>Ein Versuch, der länger arbeitet, Aufrufe eingeschlossen, wird beendet und nicht wiederholt.</translation>
    </message>
    <message>
        <source>Asked of a connected bucket at a miss.</source>
        <translation>So viel wird vom verbundenen Bucket verlangt, wenn er nicht im Speicher liegt.</translation>
    </message>
    <message>
        <source>Batch adds and ends the instances, or you keep a number of them. Jobs of several nodes take whole instances, all at once; AWS runs them in managed environments without Spot only.</source>
        <translation>Batch startet und beendet die Instanzen, oder es bleibt bei einer festen Zahl. Jobs mit mehreren Knoten nehmen ganze Instanzen, alle auf einmal; AWS führt sie nur in verwalteten Umgebungen ohne Spot aus.</translation>
    </message>
    <message>
        <source>Beside what the server takes.</source>
        <translation>Neben dem, was der Server braucht.</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>By each child, when it has succeeded</source>
        <translation>Von jedem Kind, wenn es erfolgreich war</translation>
    </message>
    <message>
        <source>Bytes of external tables that are read for one query a second; of a connected bucket as it answers.</source>
        <translation>Bytes externer Tabellen, die für eine Abfrage pro Sekunde gelesen werden; aus einem verbundenen Bucket so schnell, wie er antwortet.</translation>
    </message>
    <message>
        <source>Children run</source>
        <translation>Kinder laufen</translation>
    </message>
    <message>
        <source>Core nodes; each has its part of the regions, and a key is with one of them. Managed scaling does not know HBase.</source>
        <translation>Core-Knoten; jeder hat seinen Teil der Regionen, und ein Schlüssel liegt bei einem von ihnen. Managed Scaling kennt HBase nicht.</translation>
    </message>
    <message>
        <source>Fetch of a block, 99th percentile</source>
        <translation>Holen eines Blocks, 99. Perzentil</translation>
    </message>
    <message>
        <source>Fetch of a block, median</source>
        <translation>Holen eines Blocks, Median</translation>
    </message>
    <message>
        <source>For one query, of a connected bucket.</source>
        <translation>Für eine Abfrage, aus einem verbundenen Bucket.</translation>
    </message>
    <message>
        <source>For queries, of what its instance type has.</source>
        <translation>Für Abfragen, von dem, was sein Instanztyp hat.</translation>
    </message>
    <message>
        <source>From HDFS. With a bucket connected, the root directory is there, and the bucket is asked instead.</source>
        <translation>Aus HDFS. Ist ein Bucket verbunden, liegt das Stammverzeichnis dort, und stattdessen wird der Bucket gefragt.</translation>
    </message>
    <message>
        <source>From a write to its being readable there, where nothing queues.</source>
        <translation>Von einem Schreibzugriff, bis er dort lesbar ist, wenn nichts ansteht.</translation>
    </message>
    <message>
        <source>From the loss of a region server until the others have its regions; requests for their keys fail until then.</source>
        <translation>Vom Verlust eines Region-Servers, bis die anderen seine Regionen haben; Anfragen nach ihren Schlüsseln schlagen bis dahin fehl.</translation>
    </message>
    <message>
        <source>From when it works; its start does not count.</source>
        <translation>Von da an, wo er arbeitet; sein Start zählt nicht.</translation>
    </message>
    <message>
        <source>Instances in a second Region</source>
        <translation>Instanzen in einer zweiten Region</translation>
    </message>
    <message>
        <source>Jobs that one depends on</source>
        <translation>Jobs, von denen einer abhängt</translation>
    </message>
    <message>
        <source>Lag of another Region, typically under</source>
        <translation>Verzug einer anderen Region, üblicherweise unter</translation>
    </message>
    <message>
        <source>Lag of the second Region</source>
        <translation>Verzug der zweiten Region</translation>
    </message>
    <message>
        <source>Longest attempt</source>
        <translation>Längster Versuch</translation>
    </message>
    <message>
        <source>Managed, for jobs of several nodes</source>
        <translation>Verwaltet, für Jobs mit mehreren Knoten</translation>
    </message>
    <message>
        <source>Memory of a query</source>
        <translation>Speicher einer Abfrage</translation>
    </message>
    <message>
        <source>Objects of external tables</source>
        <translation>Objekte externer Tabellen</translation>
    </message>
    <message>
        <source>Objects read at once</source>
        <translation>Gleichzeitig gelesene Objekte</translation>
    </message>
    <message>
        <source>Of the rows read, those whose block is in the server&apos;s memory; for the others it is fetched.</source>
        <translation>Von den gelesenen Zeilen die, deren Block im Speicher des Servers liegt; für die anderen wird er geholt.</translation>
    </message>
    <message>
        <source>On all workers together. No more queries run than have room; one that needs more than there is never does. 0 bounds nothing.</source>
        <translation>Auf allen Workern zusammen. Es laufen nicht mehr Abfragen, als Platz haben; eine, die mehr braucht, als es gibt, läuft nie. 0 begrenzt nichts.</translation>
    </message>
    <message>
        <source>Once, when all have</source>
        <translation>Einmal, wenn alle es waren</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>Eines nach dem anderen</translation>
    </message>
    <message>
        <source>One after the other, each waits for the success of the one before it, and all that are left fail with one that fails.</source>
        <translation>Eines nach dem anderen: Jedes wartet auf den Erfolg des vorigen, und mit einem, das fehlschlägt, schlagen alle übrigen fehl.</translation>
    </message>
    <message>
        <source>Read of a row, 99th percentile</source>
        <translation>Lesen einer Zeile, 99. Perzentil</translation>
    </message>
    <message>
        <source>Read of a row, median</source>
        <translation>Lesen einer Zeile, Median</translation>
    </message>
    <message>
        <source>Read of one object, each by a request to a connected bucket.</source>
        <translation>Von einem Objekt gelesen, jedes durch eine Anfrage an einen verbundenen Bucket.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Region servers</source>
        <translation>Region-Server</translation>
    </message>
    <message>
        <source>Region servers that read and write rows, each key with one of them, kept in HDFS or S3.</source>
        <translation>Region-Server, die Zeilen lesen und schreiben, jeder Schlüssel bei einem von ihnen, abgelegt in HDFS oder S3.</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Regions beside the first</source>
        <translation>Regionen neben der ersten</translation>
    </message>
    <message>
        <source>Regions moved after</source>
        <translation>Regionen umgezogen nach</translation>
    </message>
    <message>
        <source>Regions that keep them</source>
        <translation>Regionen, die sie halten</translation>
    </message>
    <message>
        <source>Restores take, median</source>
        <translation>Wiederherstellen dauert, Median</translation>
    </message>
    <message>
        <source>Results are handed on</source>
        <translation>Ergebnisse werden weitergegeben</translation>
    </message>
    <message>
        <source>Rows read from memory</source>
        <translation>Aus dem Speicher gelesene Zeilen</translation>
    </message>
    <message>
        <source>Shortest timeout</source>
        <translation>Kürzestes Timeout</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>They say which region is where and cost like the others; rows are the region servers&apos;.</source>
        <translation>Sie sagen, welche Region wo ist, und kosten wie die anderen; die Zeilen sind Sache der Region-Server.</translation>
    </message>
    <message>
        <source>To a queue of jobs that depend on these: child by child, or on the whole job.</source>
        <translation>An eine Warteschlange von Jobs, die von diesen abhängen: Kind für Kind oder vom ganzen Job.</translation>
    </message>
    <message>
        <source>Type of every node; the region servers&apos; vCPUs do the work and both EMR and EC2 charge for its hours.</source>
        <translation>Typ jedes Knotens; die vCPUs der Region-Server tun die Arbeit, und sowohl EMR als auch EC2 berechnen seine Stunden.</translation>
    </message>
    <message>
        <source>Write of a row, 99th percentile</source>
        <translation>Schreiben einer Zeile, 99. Perzentil</translation>
    </message>
    <message>
        <source>Write of a row, median</source>
        <translation>Schreiben einer Zeile, Median</translation>
    </message>
    <message>
        <source>Write to the log, 99th percentile</source>
        <translation>Schreiben ins Log, 99. Perzentil</translation>
    </message>
    <message>
        <source>Write to the log, median</source>
        <translation>Schreiben ins Log, Median</translation>
    </message>
    <message>
        <source>Writes to a second Region</source>
        <translation>Schreibzugriffe in eine zweite Region</translation>
    </message>
    <message>
        <source>as published</source>
        <translation>wie veröffentlicht</translation>
    </message>
    <message>
        <source>attempts that took too long</source>
        <translation>Versuche, die zu lange dauerten</translation>
    </message>
    <message>
        <source>blocks fetched</source>
        <translation>geholte Blöcke</translation>
    </message>
    <message>
        <source>lag of the second Region ms</source>
        <translation>Verzug der zweiten Region ms</translation>
    </message>
    <message>
        <source>longest lag of the second Region ms</source>
        <translation>längster Verzug der zweiten Region ms</translation>
    </message>
    <message>
        <source>objects restored</source>
        <translation>wiederhergestellte Objekte</translation>
    </message>
    <message>
        <source>operations of the primary that write</source>
        <translation>Operationen der Primärinstanz, die schreiben</translation>
    </message>
    <message>
        <source>primary, replicas and the second Region&apos;s</source>
        <translation>Primärinstanz, Replikate und die der zweiten Region</translation>
    </message>
    <message>
        <source>requests whose region had no server</source>
        <translation>Anfragen, deren Region keinen Server hatte</translation>
    </message>
    <message>
        <source>vCPU time of the row&apos;s region server.</source>
        <translation>vCPU-Zeit des Region-Servers der Zeile.</translation>
    </message>
    <message>
        <source>your cluster and rows; measure them</source>
        <translation>eigener Cluster und eigene Zeilen; bitte messen</translation>
    </message>
    <message>
        <source>your cluster&apos;s settings</source>
        <translation>Einstellungen des eigenen Clusters</translation>
    </message>
    <message>
        <source>your column family&apos;s block size</source>
        <translation>Blockgröße der eigenen Spaltenfamilie</translation>
    </message>
    <message>
        <source>your disks; measure them</source>
        <translation>eigene Platten; bitte messen</translation>
    </message>
    <message>
        <source>, {times} times what it may be</source>
        <translation>, das {times}-Fache des Erlaubten</translation>
    </message>
    <message>
        <source>, committed for {} where there is a rate</source>
        <translation>, auf {} zugesagt, wo es einen Satz gibt</translation>
    </message>
    <message>
        <source>, {}% of it idle</source>
        <translation>, {} % davon ungenutzt</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 Jahr</translation>
    </message>
    <message>
        <source>1yr</source>
        <translation>1yr</translation>
    </message>
    <message>
        <source>3 years</source>
        <translation>3 Jahre</translation>
    </message>
    <message>
        <source>3yr</source>
        <translation>3yr</translation>
    </message>
    <message>
        <source>Let them read less (columns, partitions, larger objects), or raise the time limit</source>
        <translation>Weniger lesen lassen (Spalten, Partitionen, größere Objekte) oder das Zeitlimit erhöhen</translation>
    </message>
    <message>
        <source>Queries of {component} would take {seconds} s and are stopped after {limit} s, without an answer</source>
        <translation>Abfragen von {component} würden {seconds} s dauern und werden nach {limit} s ohne Antwort abgebrochen</translation>
    </message>
    <message>
        <source>a commitment is paid by the month, not by a run alone</source>
        <translation>eine Zusage wird je Monat bezahlt, nicht für einen Lauf allein</translation>
    </message>
    <message>
        <source>computing</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>has a rate already</source>
        <translation>hat schon einen Satz</translation>
    </message>
    <message>
        <source>is no term</source>
        <translation>ist keine Laufzeit</translation>
    </message>
    <message>
        <source>leave --term out</source>
        <translation>--term weglassen</translation>
    </message>
    <message>
        <source>paid once, spread over the hours of the term</source>
        <translation>einmalig bezahlt, auf die Stunden der Laufzeit verteilt</translation>
    </message>
    <message>
        <source>planning</source>
        <translation>Planen</translation>
    </message>
    <message>
        <source>planning + reading + computing</source>
        <translation>Planen + Lesen + Rechnen</translation>
    </message>
    <message>
        <source>rate in each hour of the term</source>
        <translation>Satz in jeder Stunde der Laufzeit</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>time of a query</source>
        <translation>Zeit einer Abfrage</translation>
    </message>
    <message>
        <source>your session timeout and logs to replay</source>
        <translation>Ihr Sitzungs-Timeout und die nachzuspielenden Logs</translation>
    </message>
    <message>
        <source>{} in each of {} h x {}</source>
        <translation>{} in jeder von {} h x {}</translation>
    </message>
    <message>
        <source>{} knows no terms</source>
        <translation>{} kennt keine Laufzeiten</translation>
    </message>
    <message>
        <source>{} {} in each hour committed for {}</source>
        <translation>{} {} in jeder Stunde auf {} zugesagt</translation>
    </message>
    <message>
        <source>Committed for {} where there is a rate: {} a month (-{}){}.</source>
        <translation>Auf {} zugesagt, wo es einen Satz gibt: {} im Monat (-{}){}.</translation>
    </message>
</context>
<context>
    <name>plimsoll</name>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>A component cannot be connected to itself.</source>
        <translation>Eine Komponente lässt sich nicht mit sich selbst verbinden.</translation>
    </message>
    <message>
        <source>This version does not know the service “%1”.</source>
        <translation>Diese Version kennt den Service „%1“ nicht.</translation>
    </message>
    <message>
        <source>%1 cannot read the output “%2”; put a Lambda function between.</source>
        <translation>%1 kann die Ausgabe „%2“ nicht lesen; eine Lambda-Funktion dazwischensetzen.</translation>
    </message>
    <message>
        <source>These two are connected already; select the line to change it.</source>
        <translation>Diese beiden sind schon verbunden; zum Ändern die Linie auswählen.</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>Gleichmäßig</translation>
    </message>
    <message>
        <source>%1 lay outside the canvas and was brought back to it</source>
        <translation>%1 lag außerhalb der Zeichenfläche und wurde zurückgeholt</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Branch of a comparison</source>
        <translation>Zweig eines Vergleichs</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Availability Zone</source>
        <translation>Availability Zone</translation>
    </message>
    <message>
        <source>VPC</source>
        <translation>VPC</translation>
    </message>
    <message>
        <source>Public subnet</source>
        <translation>Öffentliches Subnetz</translation>
    </message>
    <message>
        <source>Private subnet</source>
        <translation>Privates Subnetz</translation>
    </message>
    <message>
        <source>Auto Scaling group</source>
        <translation>Auto-Scaling-Gruppe</translation>
    </message>
    <message>
        <source>On premises</source>
        <translation>Vor Ort (On-Premises)</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Work and refusals</source>
        <translation>Arbeit und Abweisungen</translation>
    </message>
    <message>
        <source>Use of each limit</source>
        <translation>Auslastung jedes Limits</translation>
    </message>
    <message>
        <source>above 80% of a limit</source>
        <translation>über 80% eines Limits</translation>
    </message>
    <message>
        <source>Time inside</source>
        <translation>Zeit darin</translation>
    </message>
    <message>
        <source>Delay until readable here</source>
        <translation>Verzögerung, bis hier lesbar</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Age of the oldest waiting</source>
        <translation>Alter des ältesten Wartenden</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>%1 sends</source>
        <translation>%1 sendet</translation>
    </message>
    <message>
        <source>%1 completes</source>
        <translation>%1 schließt ab</translation>
    </message>
    <message>
        <source>%1 refuses</source>
        <translation>%1 weist ab</translation>
    </message>
    <message>
        <source>Use of the tightest limit</source>
        <translation>Auslastung des knappsten Limits</translation>
    </message>
    <message>
        <source>Delay and response by the minute</source>
        <translation>Verzögerung und Antwortzeit nach Minuten</translation>
    </message>
    <message>
        <source>Share of records by delay</source>
        <translation>Anteil der Datensätze nach Verzögerung</translation>
    </message>
    <message>
        <source>Share that is within a delay</source>
        <translation>Anteil innerhalb einer Verzögerung</translation>
    </message>
    <message>
        <source>%1, response</source>
        <translation>%1, Antwortzeit</translation>
    </message>
    <message>
        <source>Cost a month by component</source>
        <translation>Kosten pro Monat nach Komponente</translation>
    </message>
    <message>
        <source>other</source>
        <translation>anderes</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Cost a month by what is billed</source>
        <translation>Kosten pro Monat nach Berechnetem</translation>
    </message>
    <message>
        <source>Cost a month against load</source>
        <translation>Kosten pro Monat gegen Last</translation>
    </message>
    <message>
        <source>this scenario</source>
        <translation>dieses Szenario</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
</context>
<context>
    <name>plimsoll::AuditPage</name>
    <message numerus="yes">
        <source>%n replications</source>
        <translation>
            <numerusform>%n Replikation</numerusform>
            <numerusform>%n Replikationen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 replication</source>
        <translation>1 Replikation</translation>
    </message>
    <message>
        <source>, enough for ±%1</source>
        <translation>, genug für ±%1</translation>
    </message>
    <message>
        <source>, stopped by the budget before ±%1</source>
        <translation>, vom Budget beendet vor ±%1</translation>
    </message>
    <message>
        <source> of %1, stopped early</source>
        <translation> von %1, vorzeitig angehalten</translation>
    </message>
    <message>
        <source>; least sure: %1, ±%2</source>
        <translation>; am unsichersten: %1, ±%2</translation>
    </message>
    <message>
        <source>%1: %2 = %3</source>
        <comment>a component, its parameter and the value</comment>
        <translation>%1: %2 = %3</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>Audits</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>gilt</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>%1 of %2 (stopped early)</source>
        <translation>%1 von %2 (vorzeitig angehalten)</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Replications</source>
        <translation>Replikationen</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Sampled</source>
        <translation>Stichproben</translation>
    </message>
    <message>
        <source>Start-up</source>
        <translation>Anlauf</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Prices of</source>
        <translation>Preise von</translation>
    </message>
    <message>
        <source>± of %1</source>
        <translation>± von %1</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Sized</source>
        <translation>Dimensioniert</translation>
    </message>
</context>
<context>
    <name>plimsoll::BillPage</name>
    <message>
        <source>assumption</source>
        <translation>Annahme</translation>
    </message>
    <message>
        <source>Click to change it</source>
        <translation>Zum Ändern klicken</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>kein Preis</translation>
    </message>
    <message>
        <source>left out by the note</source>
        <translation>von der Notiz ausgelassen</translation>
    </message>
    <message>
        <source>This price book has no price for it, so it is not in the total.</source>
        <translation>Dieses Preisbuch hat dafür keinen Preis, daher ist es nicht in der Summe.</translation>
    </message>
    <message>
        <source>The study note does not count it, so it is not in the total.</source>
        <translation>Die Lernnotiz zählt es nicht, daher ist es nicht in der Summe.</translation>
    </message>
    <message>
        <source>Only third parties quote this price: check it before relying on it.</source>
        <translation>Diesen Preis nennen nur Dritte: vor der Verwendung prüfen.</translation>
    </message>
    <message>
        <source>grows each month</source>
        <translation>wächst jeden Monat</translation>
    </message>
    <message>
        <source>%1 at month end</source>
        <translation>%1 am Monatsende</translation>
    </message>
    <message>
        <source>of which %1</source>
        <translation>davon %1</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Bill lines</source>
        <translation>Rechnungsposten</translation>
    </message>
    <message>
        <source>no bill</source>
        <translation>keine Rechnung</translation>
    </message>
    <message>
        <source>%1 per month</source>
        <translation>%1 pro Monat</translation>
    </message>
    <message>
        <source>No ±: %1</source>
        <translation>Kein ±: %1</translation>
    </message>
    <message>
        <source>%1, %2 h, prices of %3 (%4)</source>
        <translation>%1, %2 h, Preise von %3 (%4)</translation>
    </message>
    <message>
        <source>± %1 (95%)</source>
        <translation>± %1 (95%)</translation>
    </message>
    <message>
        <source>grows by %1 each month</source>
        <translation>wächst jeden Monat um %1</translation>
    </message>
    <message>
        <source>Metered in %1</source>
        <translation>Gemessen in %1</translation>
    </message>
    <message>
        <source>web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>How much of it a month has</source>
        <translation>Wie viel davon ein Monat hat</translation>
    </message>
    <message>
        <source>Where the price stands</source>
        <translation>Wo der Preis steht</translation>
    </message>
    <message>
        <source>Committed for 1 year: %1 per month (-%2)</source>
        <translation>Auf 1 Jahr zugesagt: %1 pro Monat (-%2)</translation>
    </message>
    <message>
        <source>Committed for 3 years: %1 per month (-%2)</source>
        <translation>Auf 3 Jahre zugesagt: %1 pro Monat (-%2)</translation>
    </message>
</context>
<context>
    <name>plimsoll::BoardBar</name>
    <message>
        <source>Select and move (Esc)</source>
        <translation>Auswählen und verschieben (Esc)</translation>
    </message>
    <message>
        <source>Sticky note</source>
        <translation>Haftnotiz</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Stift</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Diamond</source>
        <translation>Raute</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Eraser: takes away what was drawn, not components</source>
        <translation>Radierer: nimmt Gezeichnetes weg, keine Komponenten</translation>
    </message>
    <message>
        <source>Whiteboard</source>
        <translation>Whiteboard</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Wie üblich</translation>
    </message>
</context>
<context>
    <name>plimsoll::CanvasScene</name>
    <message>
        <source>Bend line</source>
        <translation>Linie knicken</translation>
    </message>
    <message>
        <source>Expand group</source>
        <translation>Gruppe aufklappen</translation>
    </message>
    <message>
        <source>Collapse group</source>
        <translation>Gruppe zuklappen</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
</context>
<context>
    <name>plimsoll::CanvasView</name>
    <message>
        <source>Canvas</source>
        <translation>Zeichenfläche</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>A&amp;lles auswählen</translation>
    </message>
    <message>
        <source>&amp;Rename or edit</source>
        <translation>&amp;Umbenennen oder bearbeiten</translation>
    </message>
    <message>
        <source>C&amp;onnect the two selected</source>
        <translation>Die beiden Ausgewählten &amp;verbinden</translation>
    </message>
    <message>
        <source>Add a &amp;note</source>
        <translation>&amp;Notiz hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Group the selection</source>
        <translation>Auswahl &amp;gruppieren</translation>
    </message>
    <message>
        <source>&amp;Ungroup</source>
        <translation>Gruppierung auf&amp;heben</translation>
    </message>
    <message>
        <source>Select si&amp;milar</source>
        <translation>Ä&amp;hnliche auswählen</translation>
    </message>
    <message>
        <source>&amp;Whiteboard</source>
        <translation>&amp;Whiteboard</translation>
    </message>
    <message>
        <source>Hide all &amp;numbers</source>
        <translation>Alle Za&amp;hlen verbergen</translation>
    </message>
    <message>
        <source>Change colour</source>
        <translation>Farbe ändern</translation>
    </message>
    <message>
        <source>Collapse or e&amp;xpand groups</source>
        <translation>Gruppen &amp;zu- oder aufklappen</translation>
    </message>
    <message>
        <source>&amp;Lock or unlock</source>
        <translation>&amp;Sperren oder entsperren</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>&amp;Pin where it is for tidying</source>
        <translation>Beim Aufräumen &amp;feststecken</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Feststecken</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Bring to &amp;front</source>
        <translation>Nach v&amp;orn bringen</translation>
    </message>
    <message>
        <source>Send to &amp;back</source>
        <translation>Nach h&amp;inten stellen</translation>
    </message>
    <message>
        <source>&amp;Same size</source>
        <translation>&amp;Gleiche Größe</translation>
    </message>
    <message>
        <source>Select two or more groups or notes that differ in size.</source>
        <translation>Zwei oder mehr Gruppen oder Notizen verschiedener Größe auswählen.</translation>
    </message>
    <message>
        <source>Select components, groups or notes first.</source>
        <translation>Zuerst Komponenten, Gruppen oder Notizen auswählen.</translation>
    </message>
    <message>
        <source>Bring to front</source>
        <translation>Nach vorn bringen</translation>
    </message>
    <message>
        <source>Send to back</source>
        <translation>Nach hinten stellen</translation>
    </message>
    <message>
        <source>Tid&amp;y up</source>
        <translation>Aufräu&amp;men</translation>
    </message>
    <message>
        <source>&amp;Left edges</source>
        <translation>&amp;Linke Kanten</translation>
    </message>
    <message>
        <source>&amp;Centres</source>
        <translation>&amp;Mitten waagerecht</translation>
    </message>
    <message>
        <source>&amp;Right edges</source>
        <translation>&amp;Rechte Kanten</translation>
    </message>
    <message>
        <source>&amp;Top edges</source>
        <translation>&amp;Obere Kanten</translation>
    </message>
    <message>
        <source>&amp;Middles</source>
        <translation>Mitten &amp;senkrecht</translation>
    </message>
    <message>
        <source>&amp;Bottom edges</source>
        <translation>&amp;Untere Kanten</translation>
    </message>
    <message>
        <source>Select two or more items that are not in line yet.</source>
        <translation>Zwei oder mehr Elemente auswählen, die noch nicht in einer Linie liegen.</translation>
    </message>
    <message>
        <source>Select three or more items to distribute them.</source>
        <translation>Zum Verteilen drei oder mehr Elemente auswählen.</translation>
    </message>
    <message>
        <source>Distribute &amp;across</source>
        <translation>&amp;Waagerecht verteilen</translation>
    </message>
    <message>
        <source>Distribute &amp;down</source>
        <translation>S&amp;enkrecht verteilen</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>&amp;Fit the design</source>
        <translation>Ganzer &amp;Entwurf</translation>
    </message>
    <message>
        <source>Fit the &amp;selection</source>
        <translation>Zur &amp;Auswahl</translation>
    </message>
    <message>
        <source>Over&amp;view in the corner</source>
        <translation>&amp;Übersicht in der Ecke</translation>
    </message>
    <message>
        <source>Add a ser&amp;vice here…</source>
        <translation>Hier einen Ser&amp;vice hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Traffic</source>
        <translation>&amp;Last</translation>
    </message>
    <message>
        <source>&amp;Limits</source>
        <translation>L&amp;imits</translation>
    </message>
    <message>
        <source>&amp;Delay</source>
        <translation>&amp;Verzögerung</translation>
    </message>
    <message>
        <source>&amp;Cost</source>
        <translation>&amp;Kosten</translation>
    </message>
    <message>
        <source>&amp;Right-angled</source>
        <translation>&amp;Rechtwinklig</translation>
    </message>
    <message>
        <source>&amp;Curved</source>
        <translation>&amp;Gebogen</translation>
    </message>
    <message>
        <source>&amp;Straight</source>
        <translation>Ge&amp;rade</translation>
    </message>
    <message>
        <source>L&amp;ine</source>
        <translation>L&amp;inie</translation>
    </message>
    <message>
        <source>&amp;Like the others</source>
        <translation>&amp;Wie die anderen</translation>
    </message>
    <message>
        <source>Change lines</source>
        <translation>Linien ändern</translation>
    </message>
    <message>
        <source>&amp;Take the bends out</source>
        <translation>Kn&amp;icke entfernen</translation>
    </message>
    <message>
        <source>Take bends out</source>
        <translation>Knicke entfernen</translation>
    </message>
    <message>
        <source>Ali&amp;gn</source>
        <translation>Ausri&amp;chten</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>What is locked stays. Unlock it first (Ctrl+Shift+L).</source>
        <translation>Gesperrtes bleibt. Zuerst entsperren (Strg+Umschalt+L).</translation>
    </message>
    <message>
        <source>The clipboard holds nothing that could be pasted here.</source>
        <translation>Die Zwischenablage enthält nichts, was sich hier einfügen ließe.</translation>
    </message>
    <message>
        <source>What is on the clipboard is no part of a design: %1</source>
        <translation>Der Inhalt der Zwischenablage ist kein Teil eines Entwurfs: %1</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Select exactly two components to connect them.</source>
        <translation>Zum Verbinden genau zwei Komponenten auswählen.</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Select a group to take its frame away.</source>
        <translation>Eine Gruppe auswählen, um ihren Rahmen zu entfernen.</translation>
    </message>
    <message>
        <source>There is nothing to tidy up yet.</source>
        <translation>Noch gibt es nichts aufzuräumen.</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Nothing in the catalog feeds this service.</source>
        <translation>Nichts im Katalog speist diesen Service.</translation>
    </message>
    <message>
        <source>Nothing in the catalog can follow this service.</source>
        <translation>Nichts im Katalog kann auf diesen Service folgen.</translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation>%1 einfügen</translation>
    </message>
    <message>
        <source>Add a service</source>
        <translation>Einen Service hinzufügen</translation>
    </message>
    <message>
        <source>Select one component to add the next beside it.</source>
        <translation>Eine Komponente auswählen, um die nächste daneben hinzuzufügen.</translation>
    </message>
    <message>
        <source>What comes before it?</source>
        <translation>Was kommt davor?</translation>
    </message>
    <message>
        <source>What comes next?</source>
        <translation>Was kommt danach?</translation>
    </message>
    <message>
        <source>New pa&amp;ge</source>
        <translation>Neue Sei&amp;te</translation>
    </message>
    <message>
        <source>Move to &amp;page</source>
        <translation>Auf &amp;Seite verschieben</translation>
    </message>
    <message>
        <source>A new page</source>
        <translation>Eine neue Seite</translation>
    </message>
    <message>
        <source>Highlight the lineage: what leads &amp;here and on from here</source>
        <translation>&amp;Herkunft und Folgen hervorheben</translation>
    </message>
</context>
<context>
    <name>plimsoll::ChartCard</name>
    <message>
        <source>Copy or save this chart</source>
        <translation>Dieses Diagramm kopieren oder speichern</translation>
    </message>
    <message>
        <source>Show or hide %1</source>
        <translation>%1 zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Copy as a picture</source>
        <translation>Als Bild kopieren</translation>
    </message>
    <message>
        <source>Copy the data</source>
        <translation>Daten kopieren</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Als PNG speichern …</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>Als SVG speichern …</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>SVG-Bild (*.svg)</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern …</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>fewer</source>
        <translation>weniger</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plimsoll::ChartsPage</name>
    <message>
        <source>Over time</source>
        <translation>Über die Zeit</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Verteilung</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>What the charts are of</source>
        <translation>Wovon die Diagramme handeln</translation>
    </message>
    <message>
        <source>Whole design</source>
        <translation>Ganzer Entwurf</translation>
    </message>
    <message>
        <source>this design</source>
        <translation>dieser Entwurf</translation>
    </message>
    <message>
        <source>Point to read, drag to zoom, double-click for all.</source>
        <translation>Zum Ablesen zeigen, zum Vergrößern ziehen, Doppelklick für alles.</translation>
    </message>
    <message>
        <source>The charts appear here after a run.</source>
        <translation>Nach einem Lauf erscheinen hier die Diagramme.</translation>
    </message>
    <message>
        <source>This run has nothing to draw here.</source>
        <translation>Dieser Lauf hat hier nichts zu zeichnen.</translation>
    </message>
</context>
<context>
    <name>plimsoll::CommandPalette</name>
    <message>
        <source>Find a command, service, component, finding or parameter</source>
        <translation>Befehl, Service, Komponente, Befund oder Parameter finden</translation>
    </message>
</context>
<context>
    <name>plimsoll::ComparePage</name>
    <message>
        <source>Run the sides</source>
        <translation>Beide Seiten ausführen</translation>
    </message>
    <message>
        <source>Which is cheaper at which rate</source>
        <translation>Was bei welcher Rate günstiger ist</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Runs each side on the same draws and says which differences are real</source>
        <translation>Führt jede Seite mit denselben Zufallszahlen aus und sagt, welche Unterschiede echt sind</translation>
    </message>
    <message>
        <source>Where the money goes</source>
        <translation>Wohin das Geld geht</translation>
    </message>
    <message>
        <source>the branches of this design</source>
        <translation>die Zweige dieses Entwurfs</translation>
    </message>
    <message>
        <source>with the scenario %1</source>
        <translation>mit dem Szenario %1</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>mit %1</translation>
    </message>
    <message>
        <source>with another design…</source>
        <translation>mit einem anderen Entwurf …</translation>
    </message>
    <message>
        <source>These two cannot be compared yet: each needs traffic and a price.</source>
        <translation>Diese beiden lassen sich noch nicht vergleichen: Jeder braucht Last und einen Preis.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) of each side on the same draws</source>
        <translation>
            <numerusform>%n Lauf jeder Seite mit denselben Zufallszahlen</numerusform>
            <numerusform>%n Läufe jeder Seite mit denselben Zufallszahlen</numerusform>
        </translation>
    </message>
    <message>
        <source>Estimate; the sides are being run …</source>
        <translation>Schätzung; die Seiten werden ausgeführt …</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>/month</source>
        <translation>/Monat</translation>
    </message>
    <message>
        <source>cheaper</source>
        <translation>günstiger</translation>
    </message>
    <message>
        <source>Delay, response and refusals</source>
        <translation>Verzögerung, Antwortzeit und Abweisungen</translation>
    </message>
    <message>
        <source>The sides are being run; what differs appears here.</source>
        <translation>Die Seiten werden ausgeführt; Unterschiede erscheinen hier.</translation>
    </message>
    <message>
        <source>Run the design to see which differences are real.</source>
        <translation>Den Entwurf ausführen, um zu sehen, welche Unterschiede echt sind.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>two places</comment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>not distinguishable</source>
        <translation>nicht unterscheidbar</translation>
    </message>
</context>
<context>
    <name>plimsoll::ComparedBars</name>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>Cost by meter, side by side</source>
        <translation>Kosten nach Berechnetem, nebeneinander</translation>
    </message>
    <message>
        <source>Click: how these numbers come about</source>
        <translation>Klicken: wie diese Zahlen zustande kommen</translation>
    </message>
</context>
<context>
    <name>plimsoll::ComponentItem</name>
    <message>
        <source>unknown: %1</source>
        <translation>unbekannt: %1</translation>
    </message>
    <message>
        <source>drawing only</source>
        <translation>nur Zeichnung</translation>
    </message>
</context>
<context>
    <name>plimsoll::ComponentPage</name>
    <message>
        <source>This version does not know the service &quot;%1&quot;. The component is kept as it is; a run is not possible with it.</source>
        <translation>Diese Version kennt den Service „%1“ nicht. Die Komponente bleibt, wie sie ist; ein Lauf mit ihr ist nicht möglich.</translation>
    </message>
    <message>
        <source>Can be drawn and connected; this version does not simulate it.</source>
        <translation>Kann gezeichnet und verbunden werden; diese Version simuliert ihn nicht.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Sizing</source>
        <translation>Dimensionierung</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>documentation</source>
        <translation>Dokumentation</translation>
    </message>
    <message>
        <source>Traffic in %1</source>
        <translation>Last in %1</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>The design has no scenario yet; the first number typed here makes one.</source>
        <translation>Der Entwurf hat noch kein Szenario; die erste hier eingegebene Zahl legt eines an.</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Load as a multiple of the traffic below</source>
        <translation>Last als Vielfaches des Verkehrs unten</translation>
    </message>
    <message>
        <source>Scales the traffic below without changing its shape.</source>
        <translation>Skaliert den Verkehr unten, ohne seine Form zu ändern.</translation>
    </message>
    <message>
        <source>%1 × baseline</source>
        <translation>%1 × Grundlast</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>Gleichmäßig</translation>
    </message>
    <message>
        <source>Limits, in the run</source>
        <translation>Limits, im Lauf</translation>
    </message>
    <message>
        <source>Limits, estimated</source>
        <translation>Limits, geschätzt</translation>
    </message>
    <message>
        <source>Last run, of an earlier version</source>
        <translation>Letzter Lauf, einer früheren Fassung</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>kein Limit</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 abgewiesen</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>kein Preis</translation>
    </message>
    <message>
        <source>left out by the note</source>
        <translation>von der Notiz ausgelassen</translation>
    </message>
    <message>
        <source>+%1 each month</source>
        <translation>+%1 jeden Monat</translation>
    </message>
    <message>
        <source>Cost, from the run: %1 per month</source>
        <translation>Kosten, aus dem Lauf: %1 pro Monat</translation>
    </message>
    <message>
        <source>Cost, estimated: %1 per month</source>
        <translation>Kosten, geschätzt: %1 pro Monat</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Angeboten</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Throttled</source>
        <translation>Gedrosselt</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>In flight at the end</source>
        <translation>Am Ende in Arbeit</translation>
    </message>
    <message>
        <source>Retries among the offered</source>
        <translation>Wiederholungen unter den angebotenen</translation>
    </message>
    <message>
        <source>Time here, %1</source>
        <translation>Zeit hier, %1</translation>
    </message>
    <message>
        <source>Backlog, peak</source>
        <translation>Rückstand, höchster</translation>
    </message>
    <message>
        <source>Oldest record waiting, peak</source>
        <translation>Ältester wartender Datensatz, Spitze</translation>
    </message>
</context>
<context>
    <name>plimsoll::ComponentsPage</name>
    <message>
        <source>± %1 (95 times in 100)</source>
        <translation>± %1 (in 95 von 100 Fällen)</translation>
    </message>
    <message>
        <source>No ±: %1</source>
        <translation>Kein ±: %1</translation>
    </message>
    <message>
        <source>Components of the run</source>
        <translation>Komponenten des Laufs</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>Nearest limit</source>
        <translation>Nächstes Limit</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>share of a limit</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>plimsoll::ConnectionPage</name>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>One end is a service this version does not know.</source>
        <translation>Ein Ende ist ein Service, den diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>in %1 messages</source>
        <translation>in %1 Nachrichten</translation>
    </message>
    <message>
        <source>Estimated:
%1</source>
        <translation>Geschätzt:
%1</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>Carried, on average</source>
        <translation>Übertragen, im Mittel</translation>
    </message>
    <message>
        <source>Carried</source>
        <translation>Übertragen</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Geliefert</translation>
    </message>
    <message>
        <source>Filtered out</source>
        <translation>Ausgefiltert</translation>
    </message>
    <message>
        <source>Expired unread</source>
        <translation>Ungelesen verfallen</translation>
    </message>
    <message>
        <source>Waiting at the end</source>
        <translation>Wartend am Ende</translation>
    </message>
    <message>
        <source>Oldest record waiting, peak</source>
        <translation>Ältester wartender Datensatz, Spitze</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Answered with an error</source>
        <translation>Mit Fehler beantwortet</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>Response, %1</source>
        <translation>Antwort, %1</translation>
    </message>
    <message>
        <source>Last run, of an earlier version</source>
        <translation>Letzter Lauf, einer früheren Fassung</translation>
    </message>
    <message>
        <source>A run counts at components. What this line alone carried cannot be told apart.</source>
        <translation>Ein Lauf zählt an Komponenten. Was allein diese Linie übertragen hat, lässt sich nicht trennen.</translation>
    </message>
    <message>
        <source>Run again to see what this line carries.</source>
        <translation>Ein neuer Lauf zeigt, was diese Linie überträgt.</translation>
    </message>
</context>
<context>
    <name>plimsoll::CostBars</name>
    <message>
        <source>Cost by component</source>
        <translation>Kosten nach Komponente</translation>
    </message>
</context>
<context>
    <name>plimsoll::CostCurves</name>
    <message>
        <source>Cost a month against load</source>
        <translation>Kosten pro Monat gegen Last</translation>
    </message>
    <message>
        <source>records/s, cost a month</source>
        <translation>Datensätze/s, Kosten pro Monat</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>plimsoll::DelayPage</name>
    <message>
        <source>slowest</source>
        <translation>am langsamsten</translation>
    </message>
    <message>
        <source>on average</source>
        <translation>im Mittel</translation>
    </message>
    <message>
        <source>slowest 1%</source>
        <translation>langsamstes 1&#xa0;%</translation>
    </message>
    <message>
        <source>Slowest</source>
        <translation>Am langsamsten</translation>
    </message>
    <message>
        <source>Typical (p50)</source>
        <translation>Typisch (p50)</translation>
    </message>
    <message>
        <source>One message on its way:</source>
        <translation>Eine Nachricht unterwegs:</translation>
    </message>
    <message>
        <source>%1: from the event until readable here</source>
        <translation>%1: vom Ereignis, bis es hier lesbar ist</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>geliefert</translation>
    </message>
    <message>
        <source>not yet delivered</source>
        <translation>noch nicht geliefert</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>%1, oldest %2</source>
        <translation>%1, älteste %2</translation>
    </message>
    <message>
        <source>freshness</source>
        <translation>Aktualität</translation>
    </message>
    <message>
        <source>%1 on average, worst %2</source>
        <translation>%1 im Mittel, schlechteste %2</translation>
    </message>
    <message>
        <source>caught up</source>
        <translation>aufgeholt</translation>
    </message>
    <message>
        <source>%1: from sending until the answer is back</source>
        <translation>%1: vom Senden, bis die Antwort zurück ist</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>gave up</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>No record ends its way in this design, so there is no delay to show.</source>
        <translation>In diesem Entwurf endet kein Datensatz, daher gibt es keine Verzögerung zu zeigen.</translation>
    </message>
</context>
<context>
    <name>plimsoll::DerivationView</name>
    <message>
        <source>documented</source>
        <translation>dokumentiert</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>assumption</source>
        <translation>Annahme</translation>
    </message>
    <message>
        <source>Click the value to change it</source>
        <translation>Zum Ändern auf den Wert klicken</translation>
    </message>
    <message>
        <source>How this number comes about</source>
        <translation>Wie diese Zahl zustande kommt</translation>
    </message>
</context>
<context>
    <name>plimsoll::DesignCard</name>
    <message>
        <source>%1 a month</source>
        <translation>%1 im Monat</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
</context>
<context>
    <name>plimsoll::DesignPage</name>
    <message>
        <source>Title of the design</source>
        <translation>Titel des Entwurfs</translation>
    </message>
    <message>
        <source>Untitled design</source>
        <translation>Entwurf ohne Titel</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Objectives</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Abfragen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Redrives</source>
        <translation>Redrives</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>Kopie von %1</translation>
    </message>
    <message>
        <source>New scenario</source>
        <translation>Neues Szenario</translation>
    </message>
    <message>
        <source>A run simulates %1 of traffic.</source>
        <translation>Ein Lauf simuliert %1 Verkehr.</translation>
    </message>
    <message>
        <source>A scenario says how much traffic comes and for how long.</source>
        <translation>Ein Szenario sagt, wie viel Verkehr kommt und wie lange.</translation>
    </message>
    <message>
        <source>Changes while it runs</source>
        <translation>Änderungen im Betrieb</translation>
    </message>
    <message>
        <source>Replays</source>
        <translation>Wiedergaben</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a heading and how many</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>plimsoll::DifferencePage</name>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 von %2 auf %3</translation>
    </message>
    <message>
        <source>Show no changes</source>
        <translation>Keine Änderungen zeigen</translation>
    </message>
    <message>
        <source>Against a file…</source>
        <translation>Gegen eine Datei …</translation>
    </message>
    <message>
        <source>What is different</source>
        <translation>Was anders ist</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>A month then</source>
        <translation>Monat damals</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Hold the open design against a file, or against an earlier run (Runs).</source>
        <translation>Den offenen Entwurf gegen eine Datei oder einen früheren Lauf halten (Läufe).</translation>
    </message>
    <message>
        <source>What is different from %1</source>
        <translation>Was anders ist als in %1</translation>
    </message>
    <message>
        <source>: %1/month then, %2/month now (%3), estimated</source>
        <translation>: damals %1/Monat, jetzt %2/Monat (%3), geschätzt</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>a limit, its capacity then and now</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>%1 instead of %2 records/s</source>
        <translation>%1 statt %2 Datensätze/s</translation>
    </message>
    <message>
        <source>traffic of another course</source>
        <translation>Verkehr mit anderem Verlauf</translation>
    </message>
    <message>
        <source>No difference from %1</source>
        <translation>Kein Unterschied zu %1</translation>
    </message>
</context>
<context>
    <name>plimsoll::DockRails</name>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
</context>
<context>
    <name>plimsoll::EmptyState</name>
    <message>
        <source>Opened before</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Draw an architecture, push traffic through it</source>
        <translation>Eine Architektur zeichnen, Last hindurchschicken</translation>
    </message>
    <message>
        <source>Drag services from the left, or begin with one of these.</source>
        <translation>Services von links hereinziehen oder mit einem davon beginnen.</translation>
    </message>
    <message>
        <source>Open the comparison</source>
        <translation>Vergleich öffnen</translation>
    </message>
    <message>
        <source>Start with a traffic source</source>
        <translation>Mit einer Lastquelle beginnen</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message>
        <source>Show me, in 5 steps</source>
        <translation>In 5 Schritten zeigen</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
</context>
<context>
    <name>plimsoll::FindBar</name>
    <message>
        <source>Find on the canvas</source>
        <translation>Auf der Zeichenfläche finden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
</context>
<context>
    <name>plimsoll::FindingCard</name>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>price not known</source>
        <translation>Preis unbekannt</translation>
    </message>
    <message>
        <source>at no cost</source>
        <translation>ohne Kosten</translation>
    </message>
    <message>
        <source>+%1/month</source>
        <translation>+%1/Monat</translation>
    </message>
    <message>
        <source>−%1/month</source>
        <translation>−%1/Monat</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <comment>a parameter, its value before and after</comment>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>The price is estimated from average rates</source>
        <translation>Der Preis ist aus mittleren Raten geschätzt</translation>
    </message>
    <message>
        <source>Tried on the same traffic: %1 from %2 to %3. The ± is how far off the change may be (95 times in 100).</source>
        <translation>Mit demselben Verkehr probiert: %1 von %2 auf %3. Das ± ist die mögliche Abweichung der Änderung (in 95 von 100 Fällen).</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Change the design so; undo takes it back</source>
        <translation>Den Entwurf so ändern; Rückgängig nimmt es zurück</translation>
    </message>
    <message>
        <source>Apply %1</source>
        <translation>%1 anwenden</translation>
    </message>
</context>
<context>
    <name>plimsoll::FrontChart</name>
    <message>
        <source>%1 against %2</source>
        <translation>%1 gegen %2</translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n Punkt</numerusform>
            <numerusform>%n Punkte</numerusform>
        </translation>
    </message>
    <message>
        <source>Points appear here as they are run. A click on one sets the design to it.</source>
        <translation>Hier erscheinen Punkte, sobald sie gelaufen sind. Ein Klick auf einen setzt den Entwurf darauf.</translation>
    </message>
</context>
<context>
    <name>plimsoll::GroupPage</name>
    <message>
        <source>Label of the group</source>
        <translation>Bezeichnung der Gruppe</translation>
    </message>
    <message>
        <source>What the group stands for</source>
        <translation>Wofür die Gruppe steht</translation>
    </message>
    <message>
        <source>Accounts and Availability Zones decide what transfers cost; branches stand for each other and are compared</source>
        <translation>Konten und Availability Zones bestimmen, was Übertragungen kosten; Zweige stehen füreinander und werden verglichen</translation>
    </message>
    <message>
        <source>Stands for</source>
        <translation>Steht für</translation>
    </message>
    <message>
        <source>Drag components into the frame to make them part of the group.</source>
        <translation>Komponenten in den Rahmen ziehen, um sie in die Gruppe aufzunehmen.</translation>
    </message>
</context>
<context>
    <name>plimsoll::GuidedRun</name>
    <message>
        <source>Skip this step</source>
        <translation>Diesen Schritt überspringen</translation>
    </message>
    <message>
        <source>First run, step by step</source>
        <translation>Erster Lauf, Schritt für Schritt</translation>
    </message>
    <message>
        <source>Add what sends the records</source>
        <translation>Hinzufügen, was die Datensätze sendet</translation>
    </message>
    <message>
        <source>Drag &quot;Traffic source&quot; from the left onto the canvas. It starts with 100 records of 1 KB a second.</source>
        <translation>„Lastquelle“ von links auf die Zeichenfläche ziehen. Sie beginnt mit 100 Datensätzen von 1 KB pro Sekunde.</translation>
    </message>
    <message>
        <source>Add what takes them</source>
        <translation>Hinzufügen, was sie aufnimmt</translation>
    </message>
    <message>
        <source>Drag &quot;Kinesis Data Streams&quot; to the right of it. Its number of shards is sized for you.</source>
        <translation>„Kinesis Data Streams“ rechts daneben ziehen. Die Zahl der Shards wird von selbst dimensioniert.</translation>
    </message>
    <message>
        <source>Connect the two</source>
        <translation>Die beiden verbinden</translation>
    </message>
    <message>
        <source>Point at the source&apos;s card and drag from the dot at its right edge onto the stream.</source>
        <translation>Auf die Karte der Quelle zeigen und vom Punkt an ihrem rechten Rand auf den Stream ziehen.</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Press Run (F5). Minutes of traffic are played message by message, in a moment.</source>
        <translation>Auf Ausführen klicken (F5). Minuten von Verkehr werden Nachricht für Nachricht durchgespielt, im Nu.</translation>
    </message>
    <message>
        <source>Read what came of it</source>
        <translation>Lesen, was herauskam</translation>
    </message>
    <message>
        <source>The verdict comes first; every clause and every number can be asked &quot;Why?&quot;. The price of a month is at the top right. Change a number in the inspector and run again.</source>
        <translation>Das Fazit kommt zuerst; jeder Satz und jede Zahl lässt sich fragen: „Warum?“. Der Preis eines Monats steht oben rechts. Im Inspektor eine Zahl ändern und erneut ausführen.</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>plimsoll::HistoryPage</name>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Show changes since</source>
        <translation>Änderungen seitdem</translation>
    </message>
    <message>
        <source>Earlier runs</source>
        <translation>Frühere Läufe</translation>
    </message>
    <message>
        <source>Run at</source>
        <translation>Lauf um</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>Pro Monat</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Fazit</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Show this run again, with the design that it was of</source>
        <translation>Diesen Lauf wieder zeigen, mit seinem Entwurf</translation>
    </message>
    <message>
        <source>Mark on the canvas what was added, removed and changed since this run</source>
        <translation>Auf der Zeichenfläche markieren, was seit diesem Lauf hinzukam, wegfiel und sich änderte</translation>
    </message>
    <message>
        <source>the run at %1</source>
        <translation>der Lauf um %1</translation>
    </message>
    <message>
        <source>Double-click a note to write one.</source>
        <translation>Zum Schreiben einer Notiz doppelklicken.</translation>
    </message>
    <message>
        <source>Choose a run to see what has changed since.</source>
        <translation>Einen Lauf wählen, um zu sehen, was sich seitdem geändert hat.</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>%1: %2 from %3 to %4</source>
        <translation>%1: %2 von %3 auf %4</translation>
    </message>
    <message>
        <source>%1/month then, %2/month estimated now</source>
        <translation>damals %1/Monat, jetzt geschätzt %2/Monat</translation>
    </message>
    <message>
        <source>The design is as it was.</source>
        <translation>Der Entwurf ist, wie er war.</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two prices</comment>
        <translation> oder </translation>
    </message>
</context>
<context>
    <name>plimsoll::InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
</context>
<context>
    <name>plimsoll::JsonBox</name>
    <message>
        <source>A structured value is needed, e.g. {}</source>
        <translation>Ein strukturierter Wert wird gebraucht, z. B. {}</translation>
    </message>
    <message>
        <source>Not valid JSON at character %1: %2</source>
        <translation>Kein gültiges JSON bei Zeichen %1: %2</translation>
    </message>
</context>
<context>
    <name>plimsoll::Language</name>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
</context>
<context>
    <name>plimsoll::MainWindow</name>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Numbers are hidden. View › Hide all numbers (Ctrl+Shift+H) reveals them.</source>
        <translation>Zahlen sind verborgen. Ansicht › Alle Zahlen verbergen (Strg+Umschalt+H) zeigt sie wieder.</translation>
    </message>
    <message>
        <source>The comparison is not part of this build.</source>
        <translation>Der Vergleich gehört nicht zu diesem Build.</translation>
    </message>
    <message>
        <source>The design cannot run: %1</source>
        <translation>Der Entwurf kann nicht laufen: %1</translation>
    </message>
    <message>
        <source>Add a first load</source>
        <translation>Erste Last hinzufügen</translation>
    </message>
    <message>
        <source>There was no load, so a source of 100 records/s of 1 KB was added; undo takes it away.</source>
        <translation>Es gab keine Last, daher wurde eine Quelle mit 100 Datensätzen/s von 1 KB hinzugefügt; Rückgängig nimmt sie weg.</translation>
    </message>
    <message>
        <source>Add › %1</source>
        <translation>Hinzufügen › %1</translation>
    </message>
    <message>
        <source>Go to › %1</source>
        <translation>Gehe zu › %1</translation>
    </message>
    <message>
        <source>Finding › %1</source>
        <translation>Befund › %1</translation>
    </message>
    <message>
        <source>%1 › %2</source>
        <comment>a component and its parameter</comment>
        <translation>%1 › %2</translation>
    </message>
    <message>
        <source>About Plimsoll</source>
        <translation>Über Plimsoll</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Plimsoll %1&lt;/h3&gt;&lt;p&gt;Draw an AWS data architecture, push traffic through it, read limits, latency and the bill.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. Not affiliated with Amazon Web Services.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Plimsoll %1&lt;/h3&gt;&lt;p&gt;Eine AWS-Datenarchitektur zeichnen, Last hindurchschicken, Limits, Latenz und die Rechnung ablesen.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder später. Nicht mit Amazon Web Services verbunden.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>New design</source>
        <translation>Neuer Entwurf</translation>
    </message>
    <message>
        <source>%1[*] — Plimsoll</source>
        <translation>%1[*] — Plimsoll</translation>
    </message>
    <message>
        <source>Drag a service onto the canvas, or press Ctrl+K for every command.</source>
        <translation>Einen Service auf die Zeichenfläche ziehen oder Strg+K für alle Befehle drücken.</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>&amp;Export picture…</source>
        <translation>&amp;Bild exportieren …</translation>
    </message>
    <message>
        <source>Export rep&amp;ort…</source>
        <translation>Be&amp;richt exportieren …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Ausführen</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>A&amp;nhalten</translation>
    </message>
    <message>
        <source>&amp;Compare…</source>
        <translation>&amp;Vergleichen …</translation>
    </message>
    <message>
        <source>S&amp;weep and size search…</source>
        <translation>S&amp;weep und Größensuche …</translation>
    </message>
    <message>
        <source>Show &amp;changes from a file…</source>
        <translation>&amp;Änderungen gegenüber einer Datei …</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>&amp;Befehl finden …</translation>
    </message>
    <message>
        <source>Find a &amp;service…</source>
        <translation>&amp;Service finden …</translation>
    </message>
    <message>
        <source>Find on the can&amp;vas…</source>
        <translation>Auf der &amp;Zeichenfläche finden …</translation>
    </message>
    <message>
        <source>T&amp;imeline</source>
        <translation>Ze&amp;itachse</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;First run, step by step</source>
        <translation>&amp;Erster Lauf, Schritt für Schritt</translation>
    </message>
    <message>
        <source>&amp;About Plimsoll</source>
        <translation>Ü&amp;ber Plimsoll</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Templates</source>
        <translation>&amp;Vorlagen</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Ali&amp;gn</source>
        <translation>Ausri&amp;chten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Li&amp;nes</source>
        <translation>Li&amp;nien</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Bereiche</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Main</source>
        <translation>Haupt</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Run the scenario (F5)</source>
        <translation>Das Szenario ausführen (F5)</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Show or hide the results (Ctrl+J)</source>
        <translation>Ergebnisse zeigen oder verbergen (Strg+J)</translation>
    </message>
    <message>
        <source>%1 was not opened. %2</source>
        <translation>%1 wurde nicht geöffnet. %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is open in another window, too. What is saved last there or here replaces the other.</source>
        <translation>%1 ist auch in einem anderen Fenster offen. Was dort oder hier zuletzt gespeichert wird, ersetzt das andere.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Open a design</source>
        <translation>Einen Entwurf öffnen</translation>
    </message>
    <message>
        <source>Plimsoll designs (*.plimsoll);;All files (*)</source>
        <translation>Plimsoll-Entwürfe (*.plimsoll);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Not saved: another program has changed %1 since it was opened here.</source>
        <translation>Nicht gespeichert: Ein anderes Programm hat %1 geändert, seit es hier geöffnet wurde.</translation>
    </message>
    <message>
        <source>Another program has changed %1.</source>
        <translation>Ein anderes Programm hat %1 geändert.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Save the design</source>
        <translation>Entwurf speichern</translation>
    </message>
    <message>
        <source>Plimsoll designs (*.plimsoll)</source>
        <translation>Plimsoll-Entwürfe (*.plimsoll)</translation>
    </message>
    <message>
        <source>Not saved. %1</source>
        <translation>Nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Export a picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>Web page (*.html);;PDF (*.pdf);;Markdown (*.md);;CSV (*.csv);;Excel (*.xlsx);;JSON (*.json)</source>
        <translation>Webseite (*.html);;PDF (*.pdf);;Markdown (*.md);;CSV (*.csv);;Excel (*.xlsx);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>Compare with a design</source>
        <translation>Mit einem Entwurf vergleichen</translation>
    </message>
    <message>
        <source>Show changes from a design</source>
        <translation>Änderungen gegenüber einem Entwurf zeigen</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>This design has unsaved changes.</source>
        <translation>Dieser Entwurf hat nicht gespeicherte Änderungen.</translation>
    </message>
    <message>
        <source>Save them before going on?</source>
        <translation>Vor dem Fortfahren speichern?</translation>
    </message>
    <message>
        <source>an unsaved design</source>
        <translation>einem nicht gespeicherten Entwurf</translation>
    </message>
    <message>
        <source>Plimsoll ended unexpectedly. Unsaved work on %1 from %2 can be recovered.</source>
        <translation>Plimsoll wurde unerwartet beendet. Nicht gespeicherte Arbeit an %1 von %2 lässt sich wiederherstellen.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n files beside %1</source>
        <translation>
            <numerusform>%n Datei neben %1 geschrieben</numerusform>
            <numerusform>%n Dateien neben %1 geschrieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plimsoll::MessageBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>plimsoll::Minimap</name>
    <message>
        <source>Overview of the design</source>
        <translation>Übersicht des Entwurfs</translation>
    </message>
</context>
<context>
    <name>plimsoll::OverlayFigures</name>
    <message>
        <source>At %1 of the run</source>
        <translation>Bei %1 des Laufs</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 abgewiesen</translation>
    </message>
    <message>
        <source>records/s</source>
        <translation>Datensätze/s</translation>
    </message>
    <message>
        <source>Delays appear after a run</source>
        <translation>Verzögerungen erscheinen nach einem Lauf</translation>
    </message>
    <message>
        <source>From the run</source>
        <translation>Aus dem Lauf</translation>
    </message>
    <message>
        <source>From an earlier run</source>
        <translation>Aus einem früheren Lauf</translation>
    </message>
    <message>
        <source>No price yet</source>
        <translation>Noch kein Preis</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>No load yet</source>
        <translation>Noch keine Last</translation>
    </message>
    <message>
        <source>No estimate</source>
        <translation>Keine Schätzung</translation>
    </message>
    <message>
        <source>no completions</source>
        <translation>nichts abgeschlossen</translation>
    </message>
    <message>
        <source>too few</source>
        <translation>zu wenige</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>im Leerlauf</translation>
    </message>
    <message>
        <source>p99 here</source>
        <translation>p99 hier</translation>
    </message>
    <message>
        <source>p99 from start</source>
        <translation>p99 ab Anfang</translation>
    </message>
    <message>
        <source>a month, in part</source>
        <translation>im Monat, teilweise</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>im Monat</translation>
    </message>
    <message>
        <source>no price known</source>
        <translation>kein Preis bekannt</translation>
    </message>
    <message>
        <source>p50 here</source>
        <translation>p50 hier</translation>
    </message>
    <message>
        <source>p50 from start</source>
        <translation>p50 ab Anfang</translation>
    </message>
</context>
<context>
    <name>plimsoll::OverlaySwitch</name>
    <message>
        <source>Traffic</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Records per second (1)</source>
        <translation>Datensätze pro Sekunde (1)</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>How full the tightest limit is (2)</source>
        <translation>Wie voll das knappste Limit ist (2)</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Verzögerung</translation>
    </message>
    <message>
        <source>99th percentile of the run (3)</source>
        <translation>99. Perzentil des Laufs (3)</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Dollars a month (4)</source>
        <translation>Dollar pro Monat (4)</translation>
    </message>
</context>
<context>
    <name>plimsoll::OverviewPage</name>
    <message>
        <source>met</source>
        <translation>erreicht</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>verfehlt</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>No ±: %1</source>
        <translation>Kein ±: %1</translation>
    </message>
    <message>
        <source>Try changes</source>
        <translation>Änderungen probieren</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Runs the design with other sizes and settings and shows what each would gain and cost</source>
        <translation>Führt den Entwurf mit anderen Größen und Einstellungen aus und zeigt, was jede bringen und kosten würde</translation>
    </message>
    <message>
        <source>delay until readable</source>
        <translation>Verzögerung bis lesbar</translation>
    </message>
    <message>
        <source>response</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>Of the changes tried, none made a difference that shows.</source>
        <translation>Von den probierten Änderungen machte keine einen sichtbaren Unterschied.</translation>
    </message>
    <message>
        <source>Changes were tried on %1.</source>
        <translation>Änderungen wurden über %1 probiert.</translation>
    </message>
    <message>
        <source>Nothing stands out: no limit is near and no objective is at risk.</source>
        <translation>Nichts fällt auf: Kein Limit ist nahe, und kein Ziel ist gefährdet.</translation>
    </message>
</context>
<context>
    <name>plimsoll::PageBar</name>
    <message>
        <source>Pages of the drawing</source>
        <translation>Seiten der Zeichnung</translation>
    </message>
    <message>
        <source>Drag to put pages in order, double-click to rename one</source>
        <translation>Zum Ordnen der Seiten ziehen, zum Umbenennen doppelklicken</translation>
    </message>
    <message>
        <source>Add a page</source>
        <translation>Seite hinzufügen</translation>
    </message>
    <message>
        <source>Name of the page</source>
        <translation>Name der Seite</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <source>Delete the page and what is on it</source>
        <translation>Die Seite und alles darauf löschen</translation>
    </message>
</context>
<context>
    <name>plimsoll::PaletteModel</name>
    <message>
        <source>All services · %1</source>
        <translation>Alle Services · %1</translation>
    </message>
    <message>
        <source>Can be drawn, not simulated yet.</source>
        <translation>Kann gezeichnet, noch nicht simuliert werden.</translation>
    </message>
</context>
<context>
    <name>plimsoll::PalettePanel</name>
    <message>
        <source>drawing only</source>
        <translation>nur Zeichnung</translation>
    </message>
    <message>
        <source>Find a service</source>
        <translation>Service finden</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
</context>
<context>
    <name>plimsoll::ParameterForm</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More (%1, %2 changed)</source>
        <translation>Mehr (%1, %2 geändert)</translation>
    </message>
    <message>
        <source>More (%1)</source>
        <translation>Mehr (%1)</translation>
    </message>
</context>
<context>
    <name>plimsoll::ParameterRow</name>
    <message>
        <source>assumed</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>An assumption: %1</source>
        <translation>Eine Annahme: %1</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>Sized to the load at the target utilisation each time the design runs</source>
        <translation>Bei jedem Lauf auf die Last dimensioniert, bei der Zielauslastung</translation>
    </message>
    <message>
        <source>%1: size automatically</source>
        <translation>%1: automatisch dimensionieren</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Zurück zur Vorgabe</translation>
    </message>
    <message>
        <source>%1: back to the default</source>
        <translation>%1: zurück zur Vorgabe</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>default %1</source>
        <translation>Vorgabe %1</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>%1 (auto)</source>
        <translation>%1 (auto)</translation>
    </message>
    <message>
        <source>Change it during the scenario…</source>
        <translation>Während des Szenarios ändern …</translation>
    </message>
</context>
<context>
    <name>plimsoll::PartsBar</name>
    <message>
        <source>service</source>
        <translation>Bedienung</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>throttle wait</source>
        <translation>Drosselung</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>cold start</source>
        <translation>Kaltstart</translation>
    </message>
    <message>
        <source>buffer or poll wait</source>
        <translation>Puffer oder Poll</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>Übertragung</translation>
    </message>
</context>
<context>
    <name>plimsoll::PercentileChart</name>
    <message>
        <source>%1 %2: p50 %3, p99 %4</source>
        <translation>%1 %2: p50 %3, p99 %4</translation>
    </message>
    <message>
        <source>Percentiles</source>
        <translation>Perzentile</translation>
    </message>
    <message>
        <source>too few</source>
        <translation>zu wenige</translation>
    </message>
</context>
<context>
    <name>plimsoll::PictureDialog</name>
    <message>
        <source>&amp;Nothing behind the drawing</source>
        <translation>&amp;Nichts hinter der Zeichnung</translation>
    </message>
    <message>
        <source>Export a picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>PNG, pixels</source>
        <translation>PNG, Pixel</translation>
    </message>
    <message>
        <source>SVG, shapes and text</source>
        <translation>SVG, Formen und Text</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>The whole drawing</source>
        <translation>Die ganze Zeichnung</translation>
    </message>
    <message numerus="yes">
        <source>The selection (%n)</source>
        <translation>
            <numerusform>Die Auswahl (%n)</numerusform>
            <numerusform>Die Auswahl (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>&amp;Part</source>
        <translation>&amp;Teil</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>Shapes: sharp at any size</source>
        <translation>Formen: scharf in jeder Größe</translation>
    </message>
    <message>
        <source>PDF, for printing</source>
        <translation>PDF, zum Drucken</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Diese Seite</translation>
    </message>
    <message numerus="yes">
        <source>All %n pages</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>Alle %n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>One file, a page for each</source>
        <translation>Eine Datei, je Seite eine</translation>
    </message>
    <message>
        <source>A file for each, called after its page</source>
        <translation>Je Seite eine Datei, nach ihr benannt</translation>
    </message>
</context>
<context>
    <name>plimsoll::PriceField</name>
    <message>
        <source>%1, %2 h, %3 prices of %4</source>
        <translation>%1, %2 h, Preise von %3 vom %4</translation>
    </message>
    <message>
        <source>grows by %1 each month</source>
        <translation>wächst jeden Monat um %1</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) without a price are not in the total</source>
        <translation>
            <numerusform>%n Posten ohne Preis ist nicht in der Summe</numerusform>
            <numerusform>%n Posten ohne Preis sind nicht in der Summe</numerusform>
        </translation>
    </message>
    <message>
        <source>Price per month</source>
        <translation>Preis pro Monat</translation>
    </message>
    <message>
        <source>No price yet</source>
        <translation>Noch kein Preis</translation>
    </message>
    <message>
        <source>No price: %1</source>
        <translation>Kein Preis: %1</translation>
    </message>
    <message>
        <source>run %1/month</source>
        <translation>Lauf %1/Monat</translation>
    </message>
    <message>
        <source>est. %1/month</source>
        <translation>gesch. %1/Monat</translation>
    </message>
    <message>
        <source>Per month, from what the last run metered</source>
        <translation>Pro Monat, aus den Messungen des letzten Laufs</translation>
    </message>
    <message>
        <source>Per month, estimated from average rates</source>
        <translation>Pro Monat, aus mittleren Raten geschätzt</translation>
    </message>
    <message>
        <source>over the budget of %1</source>
        <translation>über dem Budget von %1</translation>
    </message>
    <message>
        <source>%1: %2 a month</source>
        <translation>%1: %2 im Monat</translation>
    </message>
    <message>
        <source>%1/month</source>
        <translation>%1/Monat</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two prices</comment>
        <translation> oder </translation>
    </message>
    <message>
        <source>From what runs of the sides metered</source>
        <translation>Aus den Messungen der Läufe beider Seiten</translation>
    </message>
    <message>
        <source>Estimated from average rates</source>
        <translation>Aus mittleren Raten geschätzt</translation>
    </message>
</context>
<context>
    <name>plimsoll::ProfilePreview</name>
    <message>
        <source>Expected rate over the scenario</source>
        <translation>Erwartete Rate über das Szenario</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>Mittel %1</translation>
    </message>
    <message>
        <source>peak %1</source>
        <translation>Spitze %1</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
</context>
<context>
    <name>plimsoll::RegionPicker</name>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>The AWS region the design is priced in</source>
        <translation>Die AWS-Region, nach deren Preisen gerechnet wird</translation>
    </message>
    <message>
        <source>%1, no prices</source>
        <translation>%1, keine Preise</translation>
    </message>
</context>
<context>
    <name>plimsoll::ResultsPanel</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Fazit</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Verzögerung</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Audits</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Sweep</translation>
    </message>
    <message>
        <source>Results in a window of their own</source>
        <translation>Ergebnisse in einem eigenen Fenster</translation>
    </message>
    <message>
        <source>Put the results away (Ctrl+J)</source>
        <translation>Ergebnisse wegräumen (Strg+J)</translation>
    </message>
    <message numerus="yes">
        <source>%n designs together; %1</source>
        <translation>
            <numerusform>%n Entwurf; %1</numerusform>
            <numerusform>%n Entwürfe zusammen; %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying changes ...</source>
        <translation>Änderungen werden probiert ...</translation>
    </message>
    <message>
        <source>Running the sides on the same draws ...</source>
        <translation>Die Seiten laufen mit denselben Zufallszahlen ...</translation>
    </message>
    <message>
        <source>Running %1 ...</source>
        <translation>%1 läuft ...</translation>
    </message>
    <message>
        <source>Running ...</source>
        <translation>Lauf ...</translation>
    </message>
    <message>
        <source>Stop; the result stays as it is</source>
        <translation>Anhalten; das Ergebnis bleibt, wie es ist</translation>
    </message>
    <message>
        <source>Stop the run and keep what it has simulated so far</source>
        <translation>Den Lauf anhalten und behalten, was bisher simuliert ist</translation>
    </message>
    <message>
        <source>result of an earlier version: run again</source>
        <translation>Ergebnis einer früheren Fassung: erneut ausführen</translation>
    </message>
    <message>
        <source>The design or the scenario has changed since this run. Press F5.</source>
        <translation>Der Entwurf oder das Szenario hat sich seit diesem Lauf geändert. F5 drücken.</translation>
    </message>
    <message>
        <source>The results appear here when the run has ended.</source>
        <translation>Die Ergebnisse erscheinen hier, wenn der Lauf beendet ist.</translation>
    </message>
    <message>
        <source>Nothing to compare yet.</source>
        <translation>Noch nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>Estimated from average rates; a run adds delays and refusals (F5).</source>
        <translation>Aus mittleren Raten geschätzt; ein Lauf fügt Verzögerungen und Abweisungen hinzu (F5).</translation>
    </message>
    <message>
        <source>The run did not start</source>
        <translation>Der Lauf hat nicht begonnen</translation>
    </message>
    <message>
        <source>Nothing to run yet</source>
        <translation>Noch nichts auszuführen</translation>
    </message>
    <message>
        <source>Drag a traffic source and a service from the palette onto the canvas, connect them, then press Run (F5).</source>
        <translation>Eine Lastquelle und einen Service aus der Palette auf die Zeichenfläche ziehen, verbinden, dann ausführen (F5).</translation>
    </message>
    <message>
        <source>the traffic</source>
        <translation>die Last</translation>
    </message>
    <message>
        <source>Press Run (F5) to push %1 through the design</source>
        <translation>Ausführen (F5), um %1 durch den Entwurf zu schicken</translation>
    </message>
    <message>
        <source>Limits, delays, refusals and the month&apos;s bill appear here; the estimate at the top follows every edit.</source>
        <translation>Limits, Verzögerungen, Abweisungen und die Monatsrechnung erscheinen hier; die Schätzung oben folgt jeder Änderung.</translation>
    </message>
</context>
<context>
    <name>plimsoll::RunSession</name>
    <message>
        <source>Sampled: %1 of %2 messages simulated.</source>
        <translation>Stichproben: %1 von %2 Nachrichten simuliert.</translation>
    </message>
    <message>
        <source>The run stopped: %1</source>
        <translation>Der Lauf wurde angehalten: %1</translation>
    </message>
    <message>
        <source>The trial stopped: %1</source>
        <translation>Der Versuch wurde angehalten: %1</translation>
    </message>
    <message>
        <source>The comparison stopped: %1</source>
        <translation>Der Vergleich wurde angehalten: %1</translation>
    </message>
</context>
<context>
    <name>plimsoll::RunsPicker</name>
    <message>
        <source>How many times to run</source>
        <translation>Wie oft ausgeführt wird</translation>
    </message>
    <message>
        <source>More than once shows how far each number may be off</source>
        <translation>Mehr als einmal zeigt, wie weit jede Zahl daneben liegen kann</translation>
    </message>
    <message>
        <source>Run once</source>
        <translation>Einmal</translation>
    </message>
    <message>
        <source>Quickest</source>
        <translation>Am schnellsten</translation>
    </message>
    <message>
        <source>5 runs</source>
        <translation>5 Läufe</translation>
    </message>
    <message>
        <source>Each with other random numbers; shows how far each number may be off</source>
        <translation>Jeder mit anderen Zufallszahlen; zeigt, wie weit jede Zahl daneben liegen kann</translation>
    </message>
    <message>
        <source>Until ±5%</source>
        <translation>Bis ±5%</translation>
    </message>
    <message>
        <source>Runs until every delay is known to 5%, at most 100 times</source>
        <translation>Läuft, bis jede Verzögerung auf 5% bekannt ist, höchstens 100-mal</translation>
    </message>
</context>
<context>
    <name>plimsoll::ScenarioList</name>
    <message>
        <source>Add an objective</source>
        <translation>Ziel hinzufügen</translation>
    </message>
    <message>
        <source>Remove this objective</source>
        <translation>Dieses Ziel entfernen</translation>
    </message>
    <message>
        <source>Add a query</source>
        <translation>Abfrage hinzufügen</translation>
    </message>
    <message>
        <source>Remove this query</source>
        <translation>Diese Abfrage entfernen</translation>
    </message>
    <message>
        <source>Add a job</source>
        <translation>Job hinzufügen</translation>
    </message>
    <message>
        <source>Remove this job</source>
        <translation>Diesen Job entfernen</translation>
    </message>
    <message>
        <source>Add a fault</source>
        <translation>Störung hinzufügen</translation>
    </message>
    <message>
        <source>Remove this fault</source>
        <translation>Diese Störung entfernen</translation>
    </message>
    <message>
        <source>Add a redrive</source>
        <translation>Redrive hinzufügen</translation>
    </message>
    <message>
        <source>Remove this redrive</source>
        <translation>Diesen Redrive entfernen</translation>
    </message>
    <message>
        <source>as SQS chooses</source>
        <translation>wie SQS es wählt</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Stufe hinzufügen</translation>
    </message>
    <message>
        <source>Remove this step</source>
        <translation>Diese Stufe entfernen</translation>
    </message>
    <message>
        <source>Add a spike</source>
        <translation>Spitze hinzufügen</translation>
    </message>
    <message>
        <source>Remove this spike</source>
        <translation>Diese Spitze entfernen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Add a pause</source>
        <translation>Pause hinzufügen</translation>
    </message>
    <message>
        <source>Remove this pause</source>
        <translation>Diese Pause entfernen</translation>
    </message>
    <message>
        <source>Add a change</source>
        <translation>Änderung hinzufügen</translation>
    </message>
    <message>
        <source>Remove this change</source>
        <translation>Diese Änderung entfernen</translation>
    </message>
    <message>
        <source>Nothing can change yet: what is sized automatically or scales itself needs a number of its own first.</source>
        <translation>Noch kann sich nichts ändern: Was automatisch dimensioniert wird oder sich selbst skaliert, braucht zuerst eine eigene Zahl.</translation>
    </message>
    <message>
        <source>From %1; in force after %2.</source>
        <translation>Von %1; wirksam nach %2.</translation>
    </message>
    <message>
        <source>From %1; in force at once.</source>
        <translation>Von %1; sofort wirksam.</translation>
    </message>
    <message>
        <source>Add a replay</source>
        <translation>Wiedergabe hinzufügen</translation>
    </message>
    <message>
        <source>Remove this replay</source>
        <translation>Diese Wiedergabe entfernen</translation>
    </message>
</context>
<context>
    <name>plimsoll::ScenarioPicker</name>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>The traffic that Run, price and charts are about</source>
        <translation>Die Last, von der Lauf, Preis und Diagramme handeln</translation>
    </message>
    <message>
        <source>No scenario</source>
        <translation>Kein Szenario</translation>
    </message>
</context>
<context>
    <name>plimsoll::ShortcutSheet</name>
    <message>
        <source> or </source>
        <comment>between two keys</comment>
        <translation> oder </translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Add a service</source>
        <translation>Einen Service hinzufügen</translation>
    </message>
    <message>
        <source>double-click, or /</source>
        <translation>Doppelklick oder /</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>drag from a port</source>
        <translation>von einem Anschluss ziehen</translation>
    </message>
    <message>
        <source>Next component that way</source>
        <translation>Nächste Komponente in dieser Richtung</translation>
    </message>
    <message>
        <source>Ctrl+arrow</source>
        <translation>Strg+Pfeil</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>arrows; Alt: by a pixel</source>
        <translation>Pfeile; Alt: um ein Pixel</translation>
    </message>
    <message>
        <source>Extend the selection</source>
        <translation>Auswahl erweitern</translation>
    </message>
    <message>
        <source>Shift+arrows</source>
        <translation>Umschalt+Pfeile</translation>
    </message>
    <message>
        <source>From card to card</source>
        <translation>Von Karte zu Karte</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Umschalt+Tab</translation>
    </message>
    <message>
        <source>Edit what is selected</source>
        <translation>Ausgewähltes bearbeiten</translation>
    </message>
    <message>
        <source>Enter, or F2</source>
        <translation>Eingabe oder F2</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Space and drag, or middle button</source>
        <translation>Leertaste und ziehen oder mittlere Taste</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Leave, or choose nothing</source>
        <translation>Verlassen oder nichts auswählen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>On the canvas</source>
        <translation>Auf der Zeichenfläche</translation>
    </message>
</context>
<context>
    <name>plimsoll::StudyPage</name>
    <message>
        <source>all met</source>
        <translation>alle erreicht</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>verfehlt</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>nicht sicher</translation>
    </message>
    <message>
        <source>none set</source>
        <translation>keine gesetzt</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern …</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Double-click a row to set the design to it</source>
        <translation>Doppelklick auf eine Zeile setzt den Entwurf darauf</translation>
    </message>
    <message>
        <source>Click a point to set the design to it</source>
        <translation>Klick auf einen Punkt setzt den Entwurf darauf</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Sweep</translation>
    </message>
    <message>
        <source>Cheapest sizing</source>
        <translation>Günstigste Dimensionierung</translation>
    </message>
    <message>
        <source>Progress of the study</source>
        <translation>Fortschritt der Studie</translation>
    </message>
    <message>
        <source>Vary another input</source>
        <translation>Weitere Größe variieren</translation>
    </message>
    <message>
        <source>What is weighed against cost</source>
        <translation>Was gegen die Kosten gewogen wird</translation>
    </message>
    <message>
        <source>Cost against</source>
        <translation>Kosten gegen</translation>
    </message>
    <message>
        <source>Runs of each point</source>
        <translation>Läufe je Punkt</translation>
    </message>
    <message>
        <source>Input to vary</source>
        <translation>Zu variierende Größe</translation>
    </message>
    <message>
        <source>Its values</source>
        <translation>Ihre Werte</translation>
    </message>
    <message>
        <source>From:to:step, such as 1:10:1, or values with commas between them</source>
        <translation>Von:bis:Schritt, etwa 1:10:1, oder Werte mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>Leave this input as it is</source>
        <translation>Diese Größe lassen, wie sie ist</translation>
    </message>
    <message>
        <source>Looks for the cheapest sizing that meets all objectives of the scenario at 95%.</source>
        <translation>Sucht die günstigste Dimensionierung, die alle Ziele des Szenarios zu 95% erreicht.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>%1: %2; %3</source>
        <translation>%1: %2; %3</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>Pro Monat</translation>
    </message>
    <message>
        <source>Objectives</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Tightest limit</source>
        <translation>Knappstes Limit</translation>
    </message>
    <message>
        <source>%1 left at %2</source>
        <translation>%1 übrig bei %2</translation>
    </message>
    <message>
        <source>dollars a month</source>
        <translation>Dollar pro Monat</translation>
    </message>
    <message>
        <source>Stopped before all points were run.</source>
        <translation>Angehalten, bevor alle Punkte gelaufen waren.</translation>
    </message>
    <message>
        <source>Off by</source>
        <translation>Verfehlt um</translation>
    </message>
    <message>
        <source>Why tried</source>
        <translation>Warum probiert</translation>
    </message>
    <message>
        <source>off the objectives by</source>
        <translation>verfehlt die Ziele um</translation>
    </message>
    <message>
        <source>The design has %1 now; undo takes it back.</source>
        <translation>Der Entwurf hat jetzt %1; Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>Save the points</source>
        <translation>Punkte speichern</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>Not saved. %1</source>
        <translation>Nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>more of %1</source>
        <translation>mehr von %1</translation>
    </message>
    <message>
        <source>less of %1</source>
        <translation>weniger von %1</translation>
    </message>
    <message>
        <source>Add an objective</source>
        <translation>Ziel hinzufügen</translation>
    </message>
    <message>
        <source>The scenario has no objective that a sizing could meet. Add one, such as a delay at most.</source>
        <translation>Im Szenario fehlt ein Ziel, das eine Größe erfüllen könnte, etwa eine Verzögerung von höchstens einer Sekunde.</translation>
    </message>
    <message>
        <source>A month, together</source>
        <translation>Pro Monat, zusammen</translation>
    </message>
    <message>
        <source>dollars a month, all designs together</source>
        <translation>Dollar pro Monat, alle Entwürfe zusammen</translation>
    </message>
</context>
<context>
    <name>plimsoll::StudySession</name>
    <message>
        <source>%1: %2</source>
        <comment>a component and its input</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>%1 setzen</translation>
    </message>
</context>
<context>
    <name>plimsoll::SummaryPage</name>
    <message>
        <source>Parameters of all %1</source>
        <translation>Parameter aller %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>values</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>They differ in %1</source>
        <translation>Sie unterscheiden sich in %1</translation>
    </message>
    <message>
        <source>1 component</source>
        <translation>1 Komponente</translation>
    </message>
    <message>
        <source>%1 components</source>
        <translation>%1 Komponenten</translation>
    </message>
    <message>
        <source>1 connection</source>
        <translation>1 Verbindung</translation>
    </message>
    <message>
        <source>%1 connections</source>
        <translation>%1 Verbindungen</translation>
    </message>
    <message>
        <source>1 note or group</source>
        <translation>1 Notiz oder Gruppe</translation>
    </message>
    <message>
        <source>%1 notes and groups</source>
        <translation>%1 Notizen und Gruppen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Together %1 per month</source>
        <translation>Zusammen %1 pro Monat</translation>
    </message>
    <message>
        <source>Together %1 per month, estimated</source>
        <translation>Zusammen %1 pro Monat, geschätzt</translation>
    </message>
    <message>
        <source>Sticky note</source>
        <translation>Haftnotiz</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Diamond</source>
        <translation>Raute</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>Pen stroke</source>
        <translation>Stiftstrich</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Drag it to move it; Delete takes it away.</source>
        <translation>Zum Verschieben ziehen; Entf entfernt ihn.</translation>
    </message>
    <message>
        <source>Double-click it on the canvas to write in it; Delete takes it away.</source>
        <translation>Zum Schreiben auf der Zeichenfläche doppelklicken; Entf entfernt es.</translation>
    </message>
</context>
<context>
    <name>plimsoll::ThroughputChart</name>
    <message>
        <source>room left below the tightest limit</source>
        <translation>Platz unter dem knappsten Limit</translation>
    </message>
    <message>
        <source>Component on the chart</source>
        <translation>Komponente im Diagramm</translation>
    </message>
    <message>
        <source>What the chart shows</source>
        <translation>Was das Diagramm zeigt</translation>
    </message>
    <message>
        <source>Rates over the run</source>
        <translation>Raten über den Lauf</translation>
    </message>
    <message>
        <source>Work and refusals</source>
        <translation>Arbeit und Abweisungen</translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>Head-room</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>above 80% of a limit</source>
        <translation>über 80% eines Limits</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>pro Sekunde</translation>
    </message>
</context>
<context>
    <name>plimsoll::TimelineBar</name>
    <message>
        <source>Play the run</source>
        <translation>Den Lauf abspielen</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Einen Schritt zurück</translation>
    </message>
    <message>
        <source>One step on</source>
        <translation>Einen Schritt weiter</translation>
    </message>
    <message>
        <source>How fast the run is played</source>
        <translation>Wie schnell der Lauf abgespielt wird</translation>
    </message>
    <message>
        <source>Whose traffic is drawn</source>
        <translation>Wessen Last gezeichnet ist</translation>
    </message>
    <message>
        <source>Back to the whole run</source>
        <translation>Zurück zum ganzen Lauf</translation>
    </message>
    <message>
        <source>×%1</source>
        <comment>times as fast</comment>
        <translation>×%1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>The canvas shows this moment of the run</source>
        <translation>Die Zeichenfläche zeigt diesen Augenblick des Laufs</translation>
    </message>
    <message>
        <source>Press on the track to see a moment of the run; drag what is on it to change the scenario</source>
        <translation>Auf die Spur drücken zeigt einen Augenblick des Laufs; Ziehen an dem, was darauf liegt, ändert das Szenario</translation>
    </message>
</context>
<context>
    <name>plimsoll::TimelineTrack</name>
    <message>
        <source>down</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>langsam</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>less capacity</source>
        <translation>weniger Kapazität</translation>
    </message>
    <message>
        <source>zone lost</source>
        <translation>Zone verloren</translation>
    </message>
    <message>
        <source>reads no more</source>
        <translation>liest nicht mehr</translation>
    </message>
    <message>
        <source>poison record</source>
        <translation>Giftiger Datensatz</translation>
    </message>
    <message>
        <source>deployment</source>
        <translation>Ausrollen</translation>
    </message>
    <message>
        <source>Spot nodes taken</source>
        <translation>Spot-Knoten entzogen</translation>
    </message>
    <message>
        <source>from %1 for %2</source>
        <translation>ab %1 für %2</translation>
    </message>
    <message>
        <source>Timeline of the scenario</source>
        <translation>Zeitachse des Szenarios</translation>
    </message>
    <message>
        <source>Spike</source>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Add a spike here</source>
        <translation>Hier eine Spitze hinzufügen</translation>
    </message>
    <message>
        <source>Add a pause here</source>
        <translation>Hier eine Pause hinzufügen</translation>
    </message>
    <message>
        <source>Add a fault here</source>
        <translation>Hier eine Störung hinzufügen</translation>
    </message>
    <message>
        <source>%1 gives its messages back at %2</source>
        <translation>%1 gibt seine Nachrichten bei %2 zurück</translation>
    </message>
    <message>
        <source>A change of %1</source>
        <translation>Eine Änderung von %1</translation>
    </message>
    <message>
        <source>%1: %2 from %3 to %4</source>
        <translation>%1: %2 von %3 auf %4</translation>
    </message>
    <message>
        <source>%1, asked for at %2, in force at %3</source>
        <translation>%1, angefragt bei %2, wirksam bei %3</translation>
    </message>
    <message>
        <source>%1 goes back to %2 at %3</source>
        <translation>%1 geht bei %3 auf %2 zurück</translation>
    </message>
    <message>
        <source>%1 goes back to the oldest record at %2</source>
        <translation>%1 geht bei %2 auf den ältesten Datensatz zurück</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Add a change here</source>
        <translation>Hier eine Änderung hinzufügen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a component and its parameter</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Add a replay here</source>
        <translation>Hier eine Wiedergabe hinzufügen</translation>
    </message>
    <message>
        <source>%1 reads %2 again</source>
        <translation>%1 liest %2 noch einmal</translation>
    </message>
    <message>
        <source>Add a redrive here</source>
        <translation>Hier einen Redrive hinzufügen</translation>
    </message>
</context>
<context>
    <name>plimsoll::UtilisationBar</name>
    <message>
        <source>mean %1, peak %2</source>
        <translation>Mittel %1, Spitze %2</translation>
    </message>
    <message>
        <source>%1 refused by this limit</source>
        <translation>%1 von diesem Limit abgewiesen</translation>
    </message>
</context>
<context>
    <name>plimsoll::ValueEditor</name>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>plimsoll::Waterfall</name>
    <message>
        <source>The way of one message</source>
        <translation>Der Weg einer Nachricht</translation>
    </message>
    <message>
        <source>%1 %2, from %3</source>
        <translation>%1 %2, ab %3</translation>
    </message>
</context>
<context>
    <name>plimsoll::WhyLabel</name>
    <message>
        <source>Click: how this number comes about</source>
        <translation>Klicken: wie diese Zahl zustande kommt</translation>
    </message>
</context>
</TS>
