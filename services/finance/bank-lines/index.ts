import { aggregate, part } from "../../../shared/service/index.ts";
import { bankAccount } from "./domain/bank-account.ts";
import { bankLine } from "./domain/bank-line.ts";
import { bankLineProblems } from "./problems.ts";
import { bankLineTitles } from "./titles.ts";

export { accountFor, bankLineMember, lineIdOf, lineReleased, lineUsed } from "./api/using.ts";

/** Lines and accounts of the bank: a serial number moves money once, and files join (F-43). */
export const bankLines = part({
  aggregates: [aggregate(bankLine), aggregate(bankAccount)],
  problems: bankLineProblems,
  titles: bankLineTitles,
});
