/** English sentences for tests that compare documents: the same `topic` gives the same text, another one another. */
const SUBJECTS = "gauge station harbour keeper sensor reading message relay datum archive".split(" ");
const VERBS = "sends keeps checks signs counts rejects compares repeats stores reports".split(" ");
const ENDS =
  "at noon,once a day,before the tide turns,without delay,for a year,in plain text,over the old line,after a reset,by hand,under the pier".split(
    ",",
  );

/** `count` sentences, none said twice. At most 1,000. */
export function prose(topic: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const [a, b, c] = [at % 10, Math.floor(at / 10) % 10, (at * 7 + Math.floor(at / 100)) % 10];
    return `The ${topic} ${SUBJECTS[a]} number ${at} ${VERBS[b]} all of the ${SUBJECTS[(a + b + 3) % 10]}s that are in its ${topic} list ${ENDS[c]}.`;
  });
}

/** The sentences with every `step`th one changed. */
export function revised(sentences: readonly string[], step: number): string[] {
  return sentences.map((sentence, at) => (at % step === step - 1 ? `It was decided otherwise in revision ${at}.` : sentence));
}
