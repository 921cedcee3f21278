import { describe, expect, test } from "vitest";
import { saidIn } from "../../../infra/towns/lists/needs-said.ts";

const nothing = {
  more: [],
  persons: [],
  closure: [],
  closureWithFine: false,
  citizensNarrow: false,
  reviewFirst: false,
};

describe("what the remark of a norm says", () => {
  test.each([
    ["above that only on refusal; closure needs approval", { more: ["order-unmet"] }],
    ["above that, and gear and boat, only if serious (情节严重)", { more: ["serious"] }],
    [
      "above 10000000 fen only on refusal or grave result (from 5000000)",
      { more: ["order-unmet", "serious"], moreFromFen: 5_000_000 },
    ],
    ["up to 1,000 yuan first (可以), 1,000-5,000 when the order is unmet", { more: ["order-unmet"] }],
    ["above that and closure only if serious", { more: ["serious"], closure: ["serious"] }],
    ["persons and closure only on refusal", { persons: ["order-unmet"], closure: ["order-unmet"] }],
    ["persons only when the order is unmet; closure if serious", { persons: ["order-unmet"], closure: ["serious"] }],
    ["persons at once; closure when the order is unmet", { closure: ["order-unmet"] }],
    ["停工 or 停业整治 only on refusal", { closure: ["order-unmet"] }],
    ["closure (停业整顿) comes together with the fine", { closureWithFine: true }],
    [
      "500000 to 5000000 fen first, above that and 停业 only on refusal",
      { firstMaxFen: 5_000_000, more: ["order-unmet"], closure: ["order-unmet"] },
    ],
    ["no fine; review first (FY-23)", { reviewFirst: true }],
    ["the reviewer reads it first", {}],
    ["citizen columns are for a farm household only", { citizensNarrow: true }],
    ["500-5,000 yuan; the new one is lighter while the order is met (CF-37)", {}],
    ["on refusal the vehicle may not go on the road", {}],
    ["serious: detention up to 5 days, police only", {}],
  ])("%s", (remark, expected) => {
    expect(saidIn(remark)).toEqual({ ...nothing, ...expected });
  });
});
