import {
  type FiscalEntry,
  fiscalEntrySchema,
  type SchemeFacts,
  schemeFactsSchema,
} from "../../../services/finance/scheme/domain/facts.ts";
import { type Scheme, schemeSchema } from "../../../services/finance/scheme/domain/scheme.ts";
import { settleYear, type YearSheet } from "../../../services/finance/scheme/domain/settle-year.ts";
import { isRejection, type Rejection } from "../../../shared/decider/index.ts";

/** Yuan as the documents write them. */
export const yuan = (text: string): number => Number(text.replaceAll(/[,.]/g, ""));

export const taxes = { budget: "general", include: ["101"], level: "town" };
export const ofTaxes = { ...taxes, less: [] };

export const aScheme = (fields: object): Scheme =>
  schemeSchema.parse({
    id: "guangtong",
    version: 1,
    document: "县政发〔2019〕1号",
    payer: "county",
    from: "2019-01-01",
    to: "2023-12-31",
    rounding: "half-up",
    dueDays: 30,
    ...fields,
  });

let last = 0;
export const anEntry = (amount: number, fields: object = {}): FiscalEntry => {
  last += 1;
  return fiscalEntrySchema.parse({
    id: `entry-${last}`,
    effectiveOn: "2021-05-20",
    budget: "general",
    class: "10101",
    level: "town",
    origin: "ordinary",
    amount,
    ...fields,
  });
};

export const facts = (fields: object = {}): SchemeFacts => schemeFactsSchema.parse(fields);

/** Base years as settled. */
export const settledFigures = (from: number, amounts: readonly number[], scope: object = ofTaxes): object[] =>
  amounts.map((amount, at) => ({ scope, year: from + at, amount, document: `决算${from + at}` }));

export const settled = (
  year: number,
  schemes: readonly Scheme[],
  entries: readonly FiscalEntry[],
  ofYear: SchemeFacts = facts(),
): YearSheet => {
  const sheet = settleYear({ year, schemes, entries, facts: ofYear });
  if (isRejection(sheet)) throw new Error(`refused: ${sheet.code}`);
  return sheet;
};

/** Results by line, of all schemes of the sheet. */
export const resultsOf = ({ schemes }: YearSheet): Record<string, number | undefined> =>
  Object.fromEntries(schemes.flatMap(({ lines }) => lines.map(({ id, result }) => [id, result])));

export const codeOf = (answer: YearSheet | Rejection): string => (isRejection(answer) ? answer.code : "settled");
