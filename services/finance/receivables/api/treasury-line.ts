import { member, sha256 } from "../../../../shared/store/index.ts";
import { bankLine, type UseBankLine } from "../domain/bank-line.ts";

/** A serial number may hold anything; its key is letters and digits. */
const keyOf = (serial: string): string => sha256(serial).slice(0, 16).toUpperCase();

/** The line of the treasury's statement with this serial number, as part of a commit: it moves money once. */
export const treasuryLine = (serial: string) => member(bankLine, keyOf(serial), { expects: "either" });
/** Puts a line down to a claim, or to other income. */
export const lineUsed = (serial: string, of: string): UseBankLine => ({ type: "use", serial, receivable: of });
