import { checkSeedSet, type Finding } from "../../src/index.ts";

const { report } = await checkSeedSet({ path: "seeds" });

const isError = ({ severity }: Finding) => severity === "error";
for (const { rule, path, line, confidence } of report.findings.filter(isError)) {
  console.log(`${path}:${line} ${rule} (${confidence})`);
}
console.log(report.verdict, report.entries.length, "entries");
