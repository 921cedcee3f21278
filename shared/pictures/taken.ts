import * as z from "zod";

/** What a picture said of itself: where it was taken (WGS-84), when by the camera's clock, and how it is turned. */
export interface Taken {
  readonly place?: { readonly lng: number; readonly lat: number };
  /** `2026-03-02T10:00:00`; with an offset where the camera said one. */
  readonly at?: string;
  /** EXIF orientation, 1 to 8: the cleaned picture no longer says it. */
  readonly orientation?: number;
}

const texts = z.object({ value: z.array(z.string()).min(1) });
const gps = z.object({ Latitude: z.number().min(-90).max(90), Longitude: z.number().min(-180).max(180) });
const turned = z.object({ value: z.int().min(1).max(8) });
const clock = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/;
const offset = /^[+-]\d\d:\d\d$/;

const textIn = (tag: unknown): string | undefined => texts.safeParse(tag).data?.value[0];

/** Place, time and orientation as the picture says them; what it does not say, or says wrongly, is left out. */
export async function takenOf(content: Uint8Array): Promise<Taken> {
  // Loaded by the first picture: it knows the tags of every maker of cameras
  const { load } = (await import("exifreader")).default;
  try {
    const { exif, gps: where } = load(Buffer.from(content), { expanded: true });
    const [, year, month, day, time] = clock.exec(textIn(exif?.DateTimeOriginal) ?? "") ?? [];
    const zone = textIn(exif?.OffsetTimeOriginal) ?? "";
    const place = gps.safeParse(where).data;
    const orientation = turned.safeParse(exif?.Orientation).data?.value;
    return {
      ...(place === undefined ? {} : { place: { lng: place.Longitude, lat: place.Latitude } }),
      ...(year === undefined ? {} : { at: `${year}-${month}-${day}T${time}${offset.test(zone) ? zone : ""}` }),
      ...(orientation === undefined ? {} : { orientation }),
    };
  } catch {
    // Metadata that cannot be read say nothing; they leave the picture in any case.
    return {};
  }
}
