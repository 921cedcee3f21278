import type { Title } from "../text/titled.ts";
import { type TitleTexts, titleOfField } from "../text/titles.ts";

/** The names of fields in a JSON pointer or `?name`, without the places in lists. */
const namesIn = (pointer: string): readonly string[] =>
  pointer.startsWith("?")
    ? pointer.slice(1).split(".")
    : pointer
        .split("/")
        .slice(1)
        .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
        .filter((part) => !/^\d+$/.test(part));

/** What the field is called at which a pointer points, by the words of its service. */
export const titleAt = (texts: TitleTexts, pointer: string): Title | undefined => titleOfField(texts, namesIn(pointer));
