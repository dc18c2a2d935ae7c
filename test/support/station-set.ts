/** A small set about a pump station, as files by path: what is inspected in tests. */

const TEXTS = {
  "seeds/pumps.md": `# Pump control

Status: Final

The controller starts a pump when the tank level falls under the lower mark, and stops it at the upper mark. Two pumps take turns, so that both
wear alike. A pump that does not reach its speed within five seconds is switched off, and the other pump is started in its place. The operator
sees which pump runs, how long it has run since its last service, and how often it was started today.
`,
  "seeds/valves.md": `# Valve timing

Each valve closes within two seconds of the command and reports its end position by a limit switch. A valve that reports neither open nor closed
for more than four seconds is stuck: the controller shuts the inlet valve, raises an alarm and waits for the operator. Butterfly valves are
exercised once a week so that they do not seize. Gate valves are only worked by hand.
`,
  "seeds/alarms.md": `# Alarm levels

There are three alarm levels. A notice is shown on the panel and needs no answer. A warning sounds the horn until somebody acknowledges it. An
emergency stops both pumps, closes every valve and calls the engineer on duty by telephone. An alarm that comes back within ten minutes of being
acknowledged is raised by one level. The list of alarms is kept for two years.
`,
  "seeds/flood-plan.md": `# Flood plan

When the river gauge at the weir passes four metres the crew closes the flood gates, moves the mobile generator to the dike road and lays sandbags
along the north wall. The mayor is told by radio. At five metres the cellar is evacuated, and the transformers are switched off from the substation.
After the flood the crew photographs all damage before anything is cleaned.
`,
  "seeds/quality.md": `# Water quality sampling

Samples are taken on Mondays at the inlet, behind the sand filter and at the reservoir. The laboratory measures turbidity, chlorine, nitrate and
coliform bacteria. A sample with more than half a milligram of free chlorine is repeated on the same day. Results are filed for thirty years, and
the health office receives a summary each quarter.
`,
} satisfies Readonly<Record<string, string>>;

/** A news article with the page that stood around it. */
export const NEWS = `Election Live Blog Best Kettles of 2025 Quiz: Name That Bridge 20% Off Subscriptions Transfer Gossip Crossword Answers

Want The Valley Courier to notify you of breaking news and the latest stories?
No, thank you
Yes, notify me

Council delays vote on stadium after heated debate
By Mara Lindqvist
Share on Facebook
Share on Twitter

Photo: Jonas Weil / Valley Courier

Councillors put off a decision on the new football stadium on Tuesday night after four hours of argument about traffic, noise and money. "We owe it to
the neighbours to get this right," said the chair, who expects a second session in March. Supporters in the gallery sang until they were asked to leave.

Advertisement

The club says that without a vote this winter the investors may walk away. Opponents call that a bluff and point to the figures of last season.

Related articles
Sign up for our newsletter
© 2025 Valley Courier. All rights reserved. Terms of Use | Privacy Policy | Contact us
`;

const INDEX = `# Pump station

- [Pump control](pumps.md): when the two pumps start and stop, and how they take turns
- [Valve timing](valves.md): how fast each valve closes, and what happens when it is stuck
- [Alarm levels](alarms.md): notice, warning and emergency, and who is called
- [Flood plan](flood-plan.md): gates, generator and sandbags when the river rises
- [Water quality sampling](quality.md): where samples are taken and what the laboratory measures
`;

/** A set in which everything is as the index says. */
export const STATION: Readonly<Record<string, string>> = { "seeds/INDEX.md": INDEX, ...TEXTS };

/** The same set in which a news page lies in the flood plan's place, and the flood plan under another name. */
export const STATION_WITH_NEWS: Readonly<Record<string, string>> = {
  ...STATION,
  "seeds/flood-plan.md": NEWS,
  "seeds/old/high-water.md": TEXTS["seeds/flood-plan.md"],
};
