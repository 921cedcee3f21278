import { describe, expect, test } from "vitest";
import { loadProfileFrom } from "../../../infra/towns/load.ts";
import { officially, seriesOf } from "../../../shared/town/series.ts";

const town = loadProfileFrom("guangtong");
const bureau = { name: { zh: "县农业农村局", en: "County agriculture bureau" }, uscc: "11532302YY00010120" };
const forestry = { name: { zh: "县林业和草原局", en: "County forestry bureau" }, uscc: "11532302YY00011130" };
const own = { name: town.organName, uscc: town.uscc };
const { certificate } = town.numbering;

describe("V10 numbers and names are of the organ in whose name the town decides", () => {
  test("the town's own decisions are numbered in the town's series", () => {
    expect(seriesOf(certificate, own, town)).toEqual(certificate);
    expect(seriesOf(certificate, undefined, town)).toEqual(certificate);
  });
  test("an entrusted decision is numbered in the series of the organ that entrusts it, under that organ's mark", () => {
    const { series, text } = seriesOf(certificate, bureau, town);
    expect(series).not.toBe(certificate.series);
    expect(text.zh).toBe("禄丰市农业农村局（广通）许〔{year}〕{serial}号");
    expect(text.en).toBe("County agriculture bureau (Guangtong) Permit [{year}] No. {serial}");
  });
  test("two organs have two series", () => {
    expect(seriesOf(certificate, bureau, town).series).not.toBe(seriesOf(certificate, forestry, town).series);
  });
  test("the county's department has the county's own name; the town's is as it is", () => {
    expect(officially(bureau, town).name.zh).toBe("禄丰市农业农村局");
    expect(officially(officially(bureau, town), town).name.zh).toBe("禄丰市农业农村局");
    expect(officially(own, town)).toEqual(own);
  });
});
