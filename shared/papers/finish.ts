import type { DocumentContent, Draft } from "./content.ts";
import { type Frame, officialName } from "./frame.ts";
import { chineseDate, plainDate } from "./words.ts";

/**
 * Gives a draft its number, the organ that signs, its day and the place of its verification.
 * @param kind the service's own word for what it is
 */
export function finishDocument(
  draft: Draft,
  kind: string,
  layout: DocumentContent["layout"],
  frame: Frame,
): DocumentContent {
  const { replaces, town, id, number, on } = frame;
  const replacing =
    replaces === undefined ? [] : [`本文书替换${replaces === number ? "此前同号" : replaces}文书，原文书同日作废。`];
  return {
    ...draft,
    notes: [...draft.notes, ...replacing],
    kind,
    id,
    number,
    layout,
    organ: officialName(frame.organ, town),
    date: layout === "certificate" ? chineseDate(on) : plainDate(on),
    verifyAt: town.documents.verifyAt.replace("{id}", id),
    specimen: town.documents.specimen,
  };
}
