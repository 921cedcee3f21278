import { describe, expect, test } from "vitest";
import * as z from "zod";
import { titleIn } from "../../../shared/http/field-title.ts";
import { renderProblem } from "../../../shared/http/problem.ts";
import { parseInput } from "../../../shared/http/validation.ts";
import { joined, part } from "../../../shared/service/index.ts";
import { titled, titleOfField, titleOfValue, titleTexts } from "../../../shared/text/index.ts";

const texts = titleTexts({
  fields: {
    place: { zh: "地点", en: "Place" },
    "hearing.place": { zh: "听证地点", en: "Place of the hearing" },
  },
  values: {
    open: { zh: "未办结", en: "open" },
    "door.open": { zh: "开着", en: "not shut" },
    "house.door.open": { zh: "敞开", en: "wide open" },
  },
});

describe("a field has its title from its name", () => {
  test("or from the field it stands in, where the name alone has another meaning", () => {
    expect(titleOfField(texts, ["place"])?.zh).toBe("地点");
    expect(titleOfField(texts, ["inspection", "place"])?.zh).toBe("地点");
    expect(titleOfField(texts, ["case", "hearing", "place"])?.zh).toBe("听证地点");
    expect(titleOfField(texts, ["toString"])).toBeUndefined();
  });

  test("and its values have theirs, the closest first", () => {
    expect(titleOfValue(texts, ["status"], "open")?.en).toBe("open");
    expect(titleOfValue(texts, ["door"], "open")?.en).toBe("not shut");
    expect(titleOfValue(texts, ["house", "door"], "open")?.en).toBe("wide open");
    expect(titleOfValue(texts, ["status"], "shut")).toBeUndefined();
  });

  test("and two parts of a service cannot give one name two titles", () => {
    const other = part({ titles: { fields: { place: { zh: "位置", en: "Position" } } } });
    const one = part({ titles: { fields: { place: { zh: "地点", en: "Place" } } } });
    expect(() => joined([one, other])).toThrow("two texts for field.place");
    expect(joined([one, one]).problems).toEqual({ "field.place": { zh: "地点", en: "Place" } });
  });
});

describe("a refusal names the field in the language of its reader", () => {
  const schema = z.strictObject({
    hearing: z.strictObject({ place: z.string() }).optional(),
    stops: z.array(z.strictObject({ place: z.string() })).optional(),
    letter: titled(z.string().max(3), { zh: "信函", en: "Letter" }).optional(),
    unnamed: z.string().optional(),
  });
  const fieldsIn = (body: unknown, language: "zh" | "en") => {
    const read = parseInput(schema, body, texts);
    if (read.ok) throw new Error("not refused");
    const { errors } = z
      .object({ errors: z.array(z.object({ pointer: z.string(), field: z.string().optional() })) })
      .parse(JSON.parse(renderProblem(read.problem, language, "/x", texts).body));
    return errors.map(({ pointer, field }) => [pointer, field]);
  };

  test("by the words of its service, in lists too", () => {
    const body = { hearing: {}, stops: [{ place: 1 }] };
    expect(fieldsIn(body, "zh")).toEqual([
      ["/hearing/place", "听证地点"],
      ["/stops/0/place", "地点"],
    ]);
    expect(fieldsIn(body, "en")).toEqual([
      ["/hearing/place", "Place of the hearing"],
      ["/stops/0/place", "Place"],
    ]);
  });

  test("by what the schema says itself before that", () => {
    expect(fieldsIn({ letter: "long" }, "zh")).toEqual([["/letter", "信函"]]);
    expect(titleIn(z.union([z.object({ a: titled(z.string(), { zh: "甲", en: "A" }) })]), ["a"])?.en).toBe("A");
  });

  test("and does without, where nobody named it", () => {
    expect(fieldsIn({ unnamed: 1 }, "en")).toEqual([["/unnamed", undefined]]);
  });
});
