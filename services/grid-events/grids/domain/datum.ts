import gcoord from "gcoord/dist/gcoord.esm-bundler.js";
import type { Place } from "../../../../shared/territory/index.ts";

/** How a client measured. Where it names no datum it is WGS 84; CGCS 2000 is as good (G-19). */
export const datums = ["WGS-84", "CGCS2000", "GCJ-02", "BD-09"] as const;
export type Datum = (typeof datums)[number];

/** A place as it was given, as it is searched, and how sure it is. */
export interface Measured {
  readonly given: Place;
  readonly datum: Datum;
  /** WGS 84, rounded to seven decimals: about a centimetre. */
  readonly place: Place;
  /** Radius in metres within which the place lies. */
  readonly accuracy?: number;
}

/**
 * Half up, as one would by hand: the decimals are shifted in the text, because 101.00000035 times ten million is a little less
 * than a half in binary. Below a millionth of a degree a number is written with an exponent, and is nought or a digit anyway.
 */
const rounded = (degrees: number): number =>
  Math.abs(degrees) < 1e-6 ? Math.round(degrees * 1e7) / 1e7 : Math.round(Number(`${degrees}e7`)) / 1e7;

/** G-18: coordinates are rounded once, before they are searched. */
export const roundedPlace = ({ lng, lat }: Place): Place => ({ lng: rounded(lng), lat: rounded(lat) });

/**
 * G-19: only a datum that the client names is converted, never one that is guessed. Back conversion is exact to 0.1 m.
 * @param given longitude and latitude in degrees of the named datum
 */
export function measured(given: Place, datum: Datum = "WGS-84", accuracy?: number): Measured {
  const place = roundedPlace(converted(given, datum));
  return { given, datum, place, ...(accuracy === undefined ? {} : { accuracy }) };
}

function converted(given: Place, datum: Datum): Place {
  if (datum === "WGS-84" || datum === "CGCS2000") return given;
  const [lng, lat] = gcoord.transform(
    [given.lng, given.lat],
    datum === "GCJ-02" ? gcoord.GCJ02 : gcoord.BD09,
    gcoord.WGS84,
  );
  return { lng, lat };
}

/** Whether a place would lie in the box of the town if its axes were swapped: a sign of a mistake, never mended. */
export const looksSwapped = (
  { lng, lat }: Place,
  [west, south, east, north]: readonly [number, number, number, number],
): boolean => lat >= west && lat <= east && lng >= south && lng <= north;
