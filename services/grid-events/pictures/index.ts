import { part } from "../../../shared/service/index.ts";
import { events } from "../events/index.ts";
import { pictureAggregate } from "./aggregate.ts";
import { receiptPictureRoutes } from "./api/by-receipt.ts";
import { pictureRoutes } from "./api/pictures.ts";
import { picturesProblems } from "./problems.ts";
import { pictureReactions } from "./reactions/erasing.ts";
import { picturesTitles } from "./titles.ts";

export { type ReleasedPicture, releasedPicture } from "./released.ts";
export { announcePicture, completePicture, leaveFor } from "./sending.ts";

/** Pictures of matters (G2): sent by a signed URL, cleaned before anybody sees them. */
export const pictures = part({
  aggregates: [pictureAggregate],
  routes: [...pictureRoutes, ...receiptPictureRoutes],
  subscriptions: [...pictureReactions],
  asks: [events],
  problems: picturesProblems,
  titles: picturesTitles,
});
