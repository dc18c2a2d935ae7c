/** Ids that Asciidoctor makes of section titles. Source: Asciidoctor 2.0.18, section.rb (`generate_id`) and substitutors.rb (replacements). */

export interface SectionIdRule {
  /** Attribute `idprefix`; `_` where it is not set. */
  readonly prefix: string;
  /** Attribute `idseparator`, its first character; `_` where it is not set, nothing where it is empty. */
  readonly separator: string;
}

/** Characters that Asciidoctor puts in by references, which its ids leave out. */
const REPLACED = /\((?:C|R|TM)\)|(?:^| )--(?: |$)|(?<=[\p{L}\p{N}_])--(?=[\p{L}\p{N}_])|\.\.\.|->|=>|<-|<=/gu;

/** Makes ids of sections that no other element of a document has. */
export class SectionIds {
  readonly #taken: ReadonlySet<string>;
  /** By id: the number that the next section of that id is given, where it is known to be free of smaller ones. */
  readonly #numbers = new Map<string, number>();

  /** `taken` is looked at each time. */
  constructor(taken: ReadonlySet<string>) {
    this.#taken = taken;
  }

  /** The id of a section by its title, markup removed; a taken one gets a number from 2. */
  of(title: string, rule: SectionIdRule): string {
    const { prefix, separator } = rule;
    const words = title
      .replace(REPLACED, "")
      .toLowerCase()
      .replace(/[^ \p{L}\p{M}\p{N}\p{Pc}\-.]/gu, "");
    const id = separator === "" ? prefix + words.replaceAll(" ", "") : separated(prefix + words, rule);
    if (!this.#taken.has(id)) return id;
    let number = this.#numbers.get(id) ?? 2;
    while (this.#taken.has(`${id}${separator}${number}`)) number++;
    this.#numbers.set(id, number + 1);
    return `${id}${separator}${number}`;
  }
}

function separated(written: string, { prefix, separator }: SectionIdRule): string {
  const joined = written.replace(separator === "-" || separator === "." ? /[ .-]+/g : runsOf(separator), separator);
  const ended = joined.endsWith(separator) ? joined.slice(0, -1) : joined;
  return prefix === "" && ended.startsWith(separator) ? ended.slice(1) : ended;
}

function runsOf(separator: string): RegExp {
  return separator === "_" ? /[ _.-]+/g : new RegExp(`[ .${separator.replace(/[\\\]^]/, "\\$&")}-]+`, "g");
}
