/** The shortest decimal that is the same 32-bit float: Google keeps colours so, and answers 0.25882354 for 66/255. */
export function float32(value: number): number {
  const target = Math.fround(value);
  for (let digits = 1; digits < 9; digits += 1) {
    const short = Number(target.toPrecision(digits));
    if (Math.fround(short) === target) return short;
  }
  return Number(target.toPrecision(9));
}

/** A channel of a colour, 0 to 1, in the 256 steps that Google keeps: 0.5 comes back as 0.49803922. */
export const colourChannel = (value: number): number => float32(Math.ceil(value * 255 - 0.5) / 255);
