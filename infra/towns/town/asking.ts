/** What a new town must say of itself, and how it is asked for. */
const questions = {
  zh: "zh 镇名 name in Chinese: ",
  en: "en 英文名 name in English: ",
  code: "code 统计用区划代码 12 digits: ",
  uscc: "uscc 统一社会信用代码 18 characters: ",
} as const;

/**
 * The arguments of `town new`, completed by what is asked for; of another command as they are.
 * @param ask puts a question to who sits there
 */
export async function askedFor(
  args: readonly string[],
  ask: (question: string) => Promise<string>,
): Promise<readonly string[]> {
  if (args[0] !== "new") return args;
  const [, slug] = args;
  const named = slug === undefined || slug.startsWith("--");
  const full = named ? ["new", (await ask("slug 拼音短名: ")).trim(), ...args.slice(1)] : [...args];
  for (const [flag, question] of Object.entries(questions))
    if (!args.some((arg) => arg === `--${flag}` || arg.startsWith(`--${flag}=`)))
      full.push(`--${flag}`, (await ask(question)).trim());
  return full;
}
