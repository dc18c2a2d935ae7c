import { SeedcheckError } from "../../errors.ts";
import { styleOf } from "../../reporters/terminal/style.ts";
import { RULES } from "../../rules/all.ts";
import type { Rule } from "../../types.ts";
import { padToWidth } from "../../util/terminal-text.ts";
import { wrapText } from "../../util/wrap-text.ts";
import { writeOut } from "../streams.ts";
import { didYouMean } from "../suggest.ts";
import { terminalOf } from "../terminal.ts";

type Style = ReturnType<typeof styleOf>;

/** Prints a rule's page, or the list of rules where none is named. Gives the exit status. */
export async function explain(operands: readonly string[]): Promise<number> {
  const [name, ...others] = operands;
  if (others.length > 0) throw new SeedcheckError("usage", "explain takes one rule", "Write seedcheck explain RULE.");
  const style = styleOf(terminalOf(process.stdout, process.env));
  await writeOut(name === undefined ? rulesList(RULES, style) : rulePage(ruleNamed(name, RULES), style));
  return 0;
}

/** The rule of a name. Throws a SeedcheckError (`usage`) with the nearest name where there is none. */
export function ruleNamed(name: string, rules: readonly Rule[]): Rule {
  const rule = rules.find(({ id }) => id === name);
  if (rule) return rule;
  const hint = didYouMean(
    name,
    rules.map(({ id }) => id),
  );
  throw new SeedcheckError("usage", `there is no rule "${name}"`, hint ?? "See seedcheck explain for all rules.");
}

/** What a rule finds, why that matters, and what to do, from the rule's own fields. */
export function rulePage(rule: Rule, style: Style): string {
  const { colours, proseWidth } = style;
  const preview = rule.isPreview ? ", preview: at most a warning until its precision is measured" : "";
  const section = (title: string, text: string) => [colours.cyan(title), ...wrapText(text, proseWidth - 2).map((line) => `  ${line}`)];
  return [
    ...wrapText(`${rule.id} (${rule.severity} by default, group ${rule.group}${preview})`, proseWidth).map((line, at) =>
      at === 0 ? colours.bold(line.slice(0, rule.id.length)) + line.slice(rule.id.length) : line,
    ),
    "",
    ...wrapText(rule.summary, proseWidth),
    "",
    ...section("Why it matters", rule.why),
    "",
    ...section("What to do", rule.help),
    "",
  ].join("\n");
}

/** All rules by group with what each finds. */
export function rulesList(rules: readonly Rule[], style: Style): string {
  const { colours, proseWidth } = style;
  const column = Math.max(...rules.map(({ id }) => id.length)) + 4;
  const groups = [...new Set(rules.map(({ group }) => group))];
  const blocks = groups.map((group) => {
    const rows = rules.filter((rule) => rule.group === group).flatMap((rule) => listRow(rule, { column, proseWidth }));
    return [colours.cyan(group), ...rows].join("\n");
  });
  return `${blocks.join("\n\n")}\n`;
}

function listRow({ id, severity, summary }: Rule, { column, proseWidth }: { column: number; proseWidth: number }): string[] {
  const text = `${severity}: ${summary}`;
  if (proseWidth < column + 30) return [`  ${id}`, ...wrapText(text, proseWidth - 6).map((line) => `      ${line}`)];
  return wrapText(text, proseWidth - column).map((line, at) => padToWidth(at === 0 ? `  ${id}` : "", column) + line);
}
