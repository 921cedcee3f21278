import { describe, expect, test } from "vitest";
import { mostStateBytes, tooMuchAtOnce } from "../../../shared/store/transaction-size.ts";

const text = (bytes: number): string => "x".repeat(bytes);
const put = (state: object, apart?: string) =>
  tooMuchAtOnce([
    {
      item: { pk: "map#1", sk: "state", aggregate: "map", id: "1", state, ...(apart === undefined ? {} : { apart }) },
      expect: "absent",
    },
  ]);
/** A field takes two quotes, and its object `{"a":}`. */
const alone = (bytes: number) => ({ a: text(bytes - 8) });

describe("how large a state may be", () => {
  test("up to the limit, and no byte more", () => {
    expect(put(alone(mostStateBytes))).toBeUndefined();
    expect(put(alone(mostStateBytes + 1))).toMatchObject({ code: "record.full" });
  });
  test("what is kept apart lies in items of its own: each is measured alone, and so is the rest", () => {
    const [one, two] = [[text(mostStateBytes - 4)], [text(mostStateBytes - 4)]];
    expect(put({ one, two, rest: "" }, "one two")).toBeUndefined();
    expect(put({ one, two, rest: "" })).toMatchObject({ code: "record.full" });
    expect(put({ one, two, rest: "" }, "one")).toMatchObject({ code: "record.full" });
    expect(put({ one: [text(mostStateBytes - 3)], two, rest: "" }, "one two")).toMatchObject({ code: "record.full" });
    expect(put({ one, rest: text(mostStateBytes) }, "one")).toMatchObject({ code: "record.full" });
  });
});
