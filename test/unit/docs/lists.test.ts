import { describe, expect, test } from "vitest";
import * as z from "zod";
import { services } from "../../../infra/services.ts";

const asked = (query: z.ZodType | undefined) => (query instanceof z.ZodObject ? Object.keys(query.shape) : []);
const lists = services.flatMap(({ routes }) =>
  routes.filter(({ query }) => asked(query).includes("limit")).map(({ path, query }) => ({ path, asks: asked(query) })),
);
const takesOne = (field: unknown): boolean =>
  field instanceof z.ZodOptional || field instanceof z.ZodDefault
    ? takesOne(field.unwrap())
    : field instanceof z.ZodEnum;

/** By a code or a name, or few and read whole. */
const inOneOrder: readonly string[] = [
  ...["/enforcement/evidence", "/enforcement/officers", "/enforcement/squads", "/enforcement/studies"],
  ...["/finance/books", "/finance/payees", "/finance/payments", "/finance/settlements", "/finance/transfer-receipts"],
  ...["/finance/beneficiaries", "/finance/benefit-batches", "/finance/benefit-grants", "/finance/benefit-programmes"],
  ...[
    "/finance/debt-stocks",
    "/finance/receipt-stocks",
    "/finance/fund-shares",
    "/finance/funds",
    "/finance/service-contracts",
  ],
  ...["/finance/assets", "/finance/credit-months", "/finance/statements"],
  ...["/grid-events/household-contacts", "/grid-events/household-visits", "/grid-events/waste-plans"],
  ...["/grid-events/figures/matters", "/grid-events/posts", "/permits/answers"],
];

describe("A9: lists as a desk needs them", () => {
  test("each list is sorted as its caller asks, or has one order only", () => {
    const unsorted = lists.filter(({ asks }) => !asks.includes("sort")).map(({ path }) => path);
    expect(unsorted.filter((path) => !inOneOrder.includes(path))).toEqual([]);
  });

  test("each list by status takes several", () => {
    const single = services.flatMap(({ routes }) =>
      routes.flatMap(({ path, query }) =>
        query instanceof z.ZodObject && asked(query).includes("limit") && takesOne(query.shape.status) ? [path] : [],
      ),
    );
    expect(single).toEqual([]);
  });
});
