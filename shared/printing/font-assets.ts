/** The faces a document is set in: Noto Serif SC (OFL 1.1), regular and bold. */
export const fontAssets = {
  "NotoSerifSC-Regular.ttf": "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
  "NotoSerifSC-Bold.ttf": "@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
} as const;
export type FontName = keyof typeof fontAssets;
