import { isInvisible } from "../../../../shared/text/index.ts";
import type { GridEventRules } from "../../../../shared/town/grid-events.ts";
import type { Fault } from "./formats.ts";
import { withoutControls } from "./formats.ts";
import { offeredIn } from "./offered.ts";
import { readInstant } from "./times.ts";

type Category = GridEventRules["categories"][number];
type Attribute = NonNullable<Category["attributes"]>[number];

/** What a form says; an empty field is an absent one. */
export interface Posted {
  readonly fields: ReadonlyMap<string, string>;
  readonly attributes: ReadonlyMap<string, readonly string[]>;
  /** Where pictures are said to lie. Nothing of the town ever fetches them. */
  readonly media: readonly string[];
}

/** `attribute[code]=v`, `attribute[code][]=a`: a repeated one means several. */
export function readForm(form: string): Posted {
  const fields = new Map<string, string>();
  const attributes = new Map<string, readonly string[]>();
  const media: string[] = [];
  for (const [name, given] of new URLSearchParams(form)) {
    const value = withoutControls(given).trim();
    if (value === "") continue;
    if (/^media_url(?:\[\d*\])?$/.test(name)) media.push(value);
    const code = /^attribute\[([^\]]+)\](?:\[\d*\])?$/.exec(name)?.[1];
    if (code === undefined) fields.set(name, value);
    else attributes.set(code, [...(attributes.get(code) ?? []), value]);
  }
  return { fields, attributes, media };
}

const escapes = /(?:%[0-9a-f]{2})+/gi;
const isUtf8 = (escaped: string): boolean => {
  try {
    decodeURIComponent(escaped);
    return true;
  } catch {
    return false;
  }
};

/** What is wrong with a form as a whole: escapes that are no UTF-8 (GBK), or characters that nobody sees. */
export function formFault(form: string, { fields, attributes, media }: Posted): Fault | undefined {
  if (!(form.match(escapes) ?? []).every(isUtf8))
    return fault("表单不是UTF-8编码（如为GBK，请先转换） / The form is not UTF-8; convert it first if it is GBK");
  const said = [...fields, ...[...attributes].map(([code, values]) => [code, ...values]), media].flat();
  return said.some((one) => isInvisible(one.replaceAll(/[\r\n\t]/g, "")))
    ? fault("内容含有不可见字符 / It holds characters that nobody sees")
    : undefined;
}

export const fault = (description: string): Fault => ({ code: 400, description });
/** A description has no markup and at most so many characters, as people count them. */
const longest = 4_000;
export const isTooLong = (text: string, most = longest): boolean => text.length > most && [...text].length > most;

/** A report as the domain takes it. */
export interface Asked {
  readonly category: string;
  readonly text: string;
  readonly address: string;
  readonly place?: { readonly lng: number; readonly lat: number };
}

/** What a form asks for, or every fault of it: 404 for an unknown service, 400 for all else. */
export function askedIn({ fields, attributes, media }: Posted, rules: GridEventRules): Asked | readonly Fault[] {
  const code = fields.get("service_code");
  if (code === undefined) return [fault("缺少service_code / service_code is missing")];
  const category = offeredIn(rules).find((one) => one.code === code);
  if (category === undefined) return [{ code: 404, description: `没有服务${code} / There is no service ${code}` }];
  const place = placeIn(fields);
  const description = fields.get("description") ?? "";
  const faults = [
    ...("faults" in place ? place.faults : []),
    ...(isTooLong(description) ? [fault(`description不得超过${longest}字 / description is too long`)] : []),
    ...mediaFaults(media),
    ...(category.attributes ?? []).flatMap((one) => attributeFaults(one, attributes.get(one.code) ?? [])),
  ];
  if (faults.length > 0 || "faults" in place) return faults;
  return { category: code, text: textOf(category, description, { attributes, media }), ...place };
}

const mostMedia = 9;
const isWebAddress = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === "" && text.length <= 2_000;
};
/** Addresses of pictures, of the web alone: a person of the house may follow them. */
export const mediaFaults = (media: readonly string[]): readonly Fault[] =>
  media.length > mostMedia || !media.every(isWebAddress)
    ? [fault("media_url须为网址，最多9个 / media_url is a web address, nine at most")]
    : [];

function placeIn(fields: Posted["fields"]): Pick<Asked, "place" | "address"> | { readonly faults: readonly Fault[] } {
  const [lat, long] = [fields.get("lat"), fields.get("long")];
  const said = fields.get("address_string") ?? fields.get("address_id") ?? "";
  const address = said.replaceAll(/\s+/g, " ").slice(0, 200);
  if ((lat === undefined) !== (long === undefined))
    return { faults: [fault("lat与long须同时提供 / lat and long belong together")] };
  if (lat === undefined || long === undefined)
    return address === "" ? { faults: [fault("缺少位置 / A place or an address is needed")] } : { address };
  const place = { lng: Number(long), lat: Number(lat) };
  const isPlace = isNumber(lat) && isNumber(long) && Math.abs(place.lat) <= 90 && Math.abs(place.lng) <= 180;
  return isPlace
    ? { place, address }
    : { faults: [fault("lat、long不是WGS 84坐标 / lat and long are no WGS 84 place")] };
}

const isNumber = (text: string): boolean => /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/.test(text);

function attributeFaults(
  { code, variable, datatype, required, values = [] }: Attribute,
  given: readonly string[],
): readonly Fault[] {
  if (!variable) return [];
  if (given.length === 0) return required ? [fault(`缺少attribute[${code}] / attribute[${code}] is missing`)] : [];
  if (datatype !== "multivaluelist" && given.length > 1)
    return [fault(`attribute[${code}]只能有一个值 / attribute[${code}] takes one value`)];
  const wrong = given.find(
    (value) =>
      !fits[datatype](
        value,
        values.map(({ key }) => key),
      ),
  );
  return wrong === undefined ? [] : [fault(`attribute[${code}]的值不合格 / attribute[${code}] has a bad value`)];
}

const fits: Readonly<Record<Attribute["datatype"], (value: string, keys: readonly string[]) => boolean>> = {
  string: (value) => !isTooLong(value, 500) && !/[\r\n]/.test(value),
  number: isNumber,
  datetime: (value) => readInstant(value) !== undefined,
  text: (value) => !isTooLong(value),
  singlevaluelist: (value, keys) => keys.includes(value),
  multivaluelist: (value, keys) => keys.includes(value),
};

/** The description, and each answer in a line of its own; answers to what nobody asked are kept too. */
function textOf(
  { title, attributes = [] }: Category,
  description: string,
  { attributes: given, media }: Pick<Posted, "attributes" | "media">,
): string {
  const known = new Map(attributes.map((one) => [one.code, one]));
  const lines = [...given].map(([code, values]) => {
    const asked = known.get(code);
    const told = values.map((value) => asked?.values?.find(({ key }) => key === value)?.title.zh ?? value);
    return `${asked?.title.zh ?? code}：${told.join("、")}`;
  });
  const all = [description === "" ? title.zh : description, ...lines, ...media.map((one) => `照片：${one}`)];
  return all.join("\n").slice(0, 16_000).toWellFormed();
}
