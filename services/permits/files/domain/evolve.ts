import type { Recorded } from "../../../../shared/decider/index.ts";
import type { Announced, Attachment, Clean, Infected, Material, Uploaded } from "../../common/domain/uploaded-file.ts";
import type { MaterialEvent } from "./material.ts";

type Event = Recorded<MaterialEvent>;
type Whole = Uploaded | Clean | Infected;

/** What an event makes of a material. */
export function evolve(state: Material | undefined, event: Event): Material {
  if (event.type === "permits.material.announced") {
    const { type, bytes, sha256, due, on: announcedOn } = event.data;
    return { status: "announced", type, bytes, sha256, due, announcedOn, by: event.actor, ...event.personal };
  }
  if (state === undefined) throw new TypeError("a material begins by being announced");
  if (event.type === "permits.material.disclosed") return state;
  if (event.type === "permits.material.removed") {
    const { type, bytes, sha256, by, owner, announcedOn } = state;
    const { ground, on: removedOn } = event.data;
    const kept = { type, bytes, sha256, by, ...(owner === undefined ? {} : { owner }), announcedOn };
    return { status: "removed", ...kept, ground, removedOn };
  }
  if (state.status === "announced")
    return event.type === "permits.material.uploaded" ? uploaded(state, event.data) : state;
  if (state.status === "removed") return state;
  switch (event.type) {
    case "permits.material.scanned":
      return scanned(state, event.data);
    case "permits.material.attached": {
      const { application, material, on } = event.data;
      const attachment: Attachment = { application, material, on };
      return withAttachments(state, [...state.attachments, attachment], undefined);
    }
    case "permits.material.detached": {
      const { application, material, due } = event.data;
      const rest = state.attachments.filter((one) => one.application !== application || one.material !== material);
      return withAttachments(state, rest, due);
    }
    default:
      return state;
  }
}

function uploaded({ due: _due, ...known }: Announced, { due }: { readonly due?: string }): Uploaded {
  return { ...known, status: "uploaded", attachments: [], ...(due === undefined ? {} : { due }) };
}

function scanned(
  state: Whole,
  { verdict, scannedOn }: Extract<Event, { type: "permits.material.scanned" }>["data"],
): Whole {
  if (verdict === "clean") return { ...state, status: "clean", scannedOn };
  const { due: _due, ...known } = { due: undefined, ...state };
  return { ...known, status: "infected", scannedOn };
}

function withAttachments(state: Whole, attachments: readonly Attachment[], due: string | undefined): Whole {
  if (state.status === "infected") return { ...state, attachments };
  const { due: _before, ...known } = state;
  return { ...known, attachments, ...(due === undefined ? {} : { due }) };
}
