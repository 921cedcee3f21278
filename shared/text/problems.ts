/** Texts of refusal, by code, for what comes in as a name, a line or a text. */
export const textProblems = {
  "text.invisible-character": {
    zh: "含有换行、控制符、零宽字符等看不见的字符，或者乱码，请删去后重填",
    en: "It holds a line break, a control character or another character that cannot be seen; remove it",
  },
  "text.laws-run-together": { zh: "几部法律之间须以“；”分隔", en: "Separate the laws by “；”" },
  "text.no-letter": { zh: "没有可见的文字", en: "It holds no letter that can be seen" },
} as const;
