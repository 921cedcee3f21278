import type { MovesOf } from "../../../../shared/decider/index.ts";
import type { FileFound, FileSaid } from "../../../../shared/files/upload/index.ts";
import type { GridEvent } from "../../events/domain/event.ts";
import type { PicturesRefusal } from "./refusals.ts";

/** What a picture said of itself: where it was taken (WGS-84), when by the camera's clock, and how it is turned (EXIF 1 to 8). */
interface Taken {
  readonly place?: { readonly lng: number; readonly lat: number };
  readonly at?: string;
  readonly orientation?: number;
}
/** A picture without what it told besides. */
export interface CleanedPicture {
  readonly bytes: number;
  /** SHA-256 of the cleaned file: another one than that of the file that was sent. */
  readonly sha256: string;
  readonly taken: Taken;
}

interface Said extends FileSaid {
  /** The matter that names it. */
  readonly event: string;
  /** Counted from 1: each time it is announced anew. It stands in the keys of its files. */
  readonly attempt: number;
}
export type Received = Extract<Picture, { readonly status: "received" }>;
export type Picture =
  /** `due`: the instant after which it is dropped. */
  | (Said & { readonly status: "announced"; readonly due: string })
  | (Said & {
      readonly status: "received";
      readonly receivedAt: string;
      readonly cleaned: Omit<CleanedPicture, "taken">;
      /** How it is turned (EXIF 1 to 8). */
      readonly orientation?: number;
      /** Where and when it was taken: apart from the picture, for a reason on record. */
      readonly taken: Pick<Taken, "place" | "at">;
    })
  | (Said & { readonly status: "unfinished" });

export type PictureCommand =
  | {
      readonly type: "announce";
      readonly event: string;
      readonly file: FileSaid;
      readonly matter: GridEvent | undefined;
    }
  | {
      readonly type: "complete";
      readonly found: FileFound | undefined;
      /** Undefined: it is no whole picture of its kind. */
      readonly cleaned: CleanedPicture | undefined;
    }
  /** It lies with another matter already, cleaned, and shows this one too. */
  | ({ readonly type: "copy"; readonly event: string; readonly file: FileSaid } & Pick<
      Received,
      "cleaned" | "orientation" | "taken"
    >)
  | { readonly type: "download" }
  | { readonly type: "disclose"; readonly reason: string; readonly matter: GridEvent | undefined }
  | { readonly type: "pass-time" };

type Of<T extends string, D extends object, P extends object = Record<never, never>> = {
  readonly type: `grid-events.picture.${T}`;
  readonly data: D;
  readonly personal: P;
};
export type PictureEvent =
  | Of<"announced", FileSaid & { readonly event: string; readonly attempt: number; readonly due: string }>
  | Of<
      "received",
      {
        readonly event: string;
        readonly attempt: number;
        readonly cleaned: Omit<CleanedPicture, "taken">;
        readonly orientation?: number;
      },
      { readonly taken: Pick<Taken, "place" | "at"> }
    >
  | Of<"fetched", { readonly event: string }>
  | Of<"origin-disclosed", { readonly event: string }, { readonly reason: string }>
  | Of<"dropped", { readonly event: string; readonly attempt: number }>;

/** States of a picture and what moves them. Announced again it goes on where it was: what is there is not sent twice. */
export const pictureMoves = {
  announced: { announce: "announced", complete: "received", copy: "received", "pass-time": "unfinished" },
  received: { announce: "received", copy: "received", download: "received", disclose: "received" },
  unfinished: { announce: "announced", copy: "received" },
} as const satisfies MovesOf<Picture, PictureCommand>;

/** The words from which the tables of a picture are typed. */
export interface PictureWords {
  readonly state: Picture;
  readonly command: PictureCommand;
  readonly event: PictureEvent;
  readonly moves: typeof pictureMoves;
  readonly begins: "announce" | "copy";
  readonly begun: "grid-events.picture.announced";
  readonly refusal: PicturesRefusal;
}

interface Attempt {
  readonly id: string;
  readonly attempt: number;
}
/** Where a picture lies as it was sent: until it is cleaned. */
export const sentKey = ({ id, attempt }: Attempt): string => `pictures/sent/${id}-${attempt}`;
/** Where the cleaned picture lies. */
export const cleanedKey = ({ id, attempt }: Attempt): string => `pictures/cleaned/${id}-${attempt}`;
/** The list of the pictures of a matter. */
export const picturesOf = (event: string): string => `picture:${event}`;
