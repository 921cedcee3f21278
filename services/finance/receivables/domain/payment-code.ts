import type { Keyed } from "../../../../shared/parties/index.ts";

const digits = 12;

/** ISO 7064 MOD 97-10: two check digits. One digit wrong, or two that changed places, are always found. */
const checkOf = (body: string): string => String(98n - ((BigInt(body) * 100n) % 97n)).padStart(2, "0");

/** Whether a text is a payment code by its check digits. */
export const isPaymentCode = (code: string): boolean => /^\d{20}$/.test(code) && BigInt(code) % 97n === 1n;

/**
 * 缴款码 of a claim: six digits of the county, twelve that the town's secret gives, two to check. The same claim always has the same
 * code, and nobody guesses that of another one.
 * @param division code of the town, twelve digits
 */
export function paymentCodeOf(keyed: Keyed, division: string, claim: string): string {
  const number = BigInt(`0x${keyed("payment-code", claim, 24)}`) % 10n ** BigInt(digits);
  const body = `${division.slice(0, 6)}${String(number).padStart(digits, "0")}`;
  return `${body}${checkOf(body)}`;
}

/** The code as others than the payer see it: the last four digits. */
export const maskedCode = (code: string): string => `${"*".repeat(code.length - 4)}${code.slice(-4)}`;

/** Payment codes that a text of the bank names; blanks and hyphens within one do not matter. */
export function codesIn(text: string): readonly string[] {
  const runs = text.replaceAll(/(?<=\d)[\s-]+(?=\d)/g, "").match(/\d{20,}/g) ?? [];
  const windows = runs.flatMap((run) => Array.from({ length: run.length - 19 }, (_, at) => run.slice(at, at + 20)));
  return windows.filter(isPaymentCode);
}
