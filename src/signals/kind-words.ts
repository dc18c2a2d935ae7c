/**
 * Groups of words whose share tells a kind of document, beside the words that training finds: written down in 2026-11 from how each genre is
 * known to read (section names of standards, proposals and papers, keywords of RFC 2119, the small words of speech), so that a kind is
 * recognised in sources that no training text came from. A table of data.
 */
const GROUPS = {
  function:
    "the of and to in a is that for it as was with be by on not or are from at this which but have an they were their has had will would can there been if more when who what so its than into only other some could these then do any may such no",
  i: "i me my mine myself i'm i've i'd i'll",
  we: "we us our ours we're we've we'll we'd let's",
  you: "you your yours yourself you're you've you'll you'd",
  person: "he she him her his hers himself herself he's she's he'd she'd",
  they: "they them their theirs themselves they're",
  modal: "should could would might may can will shall must cannot can't won't wouldn't couldn't shouldn't",
  bcp14: "MUST SHALL SHOULD MAY REQUIRED RECOMMENDED OPTIONAL",
  reporting:
    "said says told according added announced reported spokesman spokeswoman spokesperson officials sources statement confirmed claimed revealed",
  month:
    "january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec",
  weekday: "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun",
  recent: "yesterday today tonight tomorrow ago weekend week recently earlier latest breaking updated",
  feeling:
    "love loved really amazing awesome great beautiful fun happy best favorite favourite wonderful perfect honestly absolutely thing things",
  speech:
    "um uh yeah yep okay ok gonna wanna kinda kind laughs laughter laughing applause inaudible crosstalk hmm mm oh wow mhm uhm huh well",
  academic:
    "al et fig figure hypothesis hypotheses significant significantly experiment experiments experimental analysis results method methods dataset corpus baseline respectively previous findings proposed approach evaluation et al. studies observed",
  legal:
    "hereby herein hereunder thereof hereof pursuant liability liable warranty warranties licensee licensor indemnify jurisdiction notwithstanding copyright license licensed permission permitted damages party parties terms consent agreement law laws applicable",
  cooking:
    "tbsp tsp tablespoon tablespoons teaspoon teaspoons cup cups oz oven preheat bake baking stir simmer salt pepper butter sugar flour garlic onion chicken ingredients servings recipe recipes prep cook cooking sauce delicious",
  commerce:
    "price prices buy shop shopping cart sale order orders shipping free checkout offer offers discount off deals deal store delivery warranty",
  promotion:
    "customers customer solutions solution businesses leading trusted enterprise discover deliver experience quality premium products product services service brand market team expert experts professional support",
  site: "login log sign subscribe newsletter cookies cookie privacy menu search share facebook twitter instagram pinterest youtube linkedin comments comment skip navigation account contact home rss email",
  error:
    "404 403 500 502 error errors denied forbidden blocked captcha password username register registration login robot proxy gateway unavailable requested server administrator browser javascript cookies enable enabled expired",
  proposal:
    "motivation rationale drawbacks alternatives alternative unresolved abstract backwards backward compatibility proposal proposed goals non-goals adr decision consequences status accepted superseded deciders tradeoffs prior art summary background context rejected ideas open questions future considerations risks mitigations design architecture",
  normative:
    "implementation implementations conformant conformance octet octets normative informative header encoding encoded bytes byte protocol message messages client clients server servers receiver sender payload field fields value values specification specifies specified defined defines definition interoperability",
  lesson:
    "tutorial guide learn lesson lessons step steps exercise exercises chapter understand beginner you'll we'll let's next first try example practice knowledge assignment covered overview basics explore how",
  reference:
    "parameters parameter returns return returned argument arguments function functions synopsis deprecated default defaults option options flag raises throws null pointer string errno type types rule command syntax method class object integer boolean array",
  release:
    "added fixed changed removed deprecated breaking bump fix feat release released releases contributors regression changelog unreleased improved improvements bugs bugfix upgrade version minor patch refactor changes",
  meeting:
    "attendees agenda minutes meeting present absent apologies motion seconded quorum chair moderator recording consensus notetaker invited guests observers action items adjourned regrets members issue announcements upcoming discussed",
  thread:
    "wrote re posted reply replies thread anyone thanks thank cheers fwd quote member joined posts regards hi hello guys help question answer solved lol",
  letter: "dear sincerely regards subject from cc attached enclosed tel fax sent date yours truly respectfully reply-to",
  story:
    "asked replied whispered eyes face door hand hands looked turned smiled stood voice mr mrs lady thought felt knew cried sat walked heart head night father mother sir gentleman",
  article:
    "born known species founded population located district century album film series village family town county university retrieved references northern southern eastern western genus career season war began became",
  project:
    "installation install usage license npm badge contributing quickstart quick clone repo github build getting started pip requirements cli repository project docs documentation features run development",
  link: "home about contact sitemap copyright reserved rights products services faq careers login news blog events shop gallery more view read all",
  affairs:
    "police government minister percent president court reported killed attack election party company billion million shares investors city state country team game players season",
  opinion:
    "perhaps maybe probably think believe feel guess seems wonder hope opinion actually quite rather simply course point reason problem wrong right people",
  instruct:
    "add click install run use open create select choose press enter type set make put place remove go check follow write start copy",
  record: "true false null info warn debug error id name type value version key data string integer date timestamp",
  keyword:
    "import export const let var function return class public private static void int if else for while def self struct fn mut impl include define end begin elif async await new this null none",
} as const satisfies Record<string, string>;

export type WordGroup = keyof typeof GROUPS;

export const WORD_GROUPS: readonly WordGroup[] = Object.keys(GROUPS) as WordGroup[];

/** The words of a group. */
export function wordsOf(group: WordGroup): readonly string[] {
  return GROUPS[group].split(" ");
}
