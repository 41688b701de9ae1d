import "server-only";
import { MOST_PALETTE_ENTRIES } from "./constants";
import type { PaletteEntry, PaletteGroup } from "./schemas";

/** A page or an act that always has the same address. `words`: what else people call it. */
export type PaletteWay = PaletteEntry & { words: string };

/** Records of one kind that a text means, the best match first, and the list to see all of them in, where there is one. */
export type PaletteRecords = { label: string; found: readonly PaletteEntry[]; list: PaletteGroup["more"] };

/** What a wing gives to the palette. Everything in it lies within the remit of whoever asked. */
export type PaletteSource = {
  actions: readonly PaletteWay[];
  pages: readonly PaletteWay[];
  /** Pages about one's own account, which come after all others. */
  account: readonly PaletteWay[];
  records: readonly PaletteRecords[];
};

/**
 * The palette's groups for a text, joined from what the wings give: actions, pages, then records by kind, where a kind that
 * holds exactly what was typed goes before the others. For a blank text there is every action and page that fits. Groups
 * without an entry are left out.
 */
export function joinPalette(text: string, sources: readonly PaletteSource[]): PaletteGroup[] {
  const records = sources.flatMap((source) => [...source.records]);
  const groups = [
    waysMeant(
      "Actions",
      sources.flatMap(({ actions }) => [...actions]),
      text,
    ),
    waysMeant(
      "Pages",
      [...sources.flatMap(({ pages }) => [...pages]), ...sources.flatMap(({ account }) => [...account])],
      text,
    ),
    ...records.toSorted((a, b) => Number(isNamed(b, text)) - Number(isNamed(a, text))),
  ];
  return groups.filter(({ found }) => found.length > 0).map(cut);
}

/** Those that a text means, first those that it means by their own name. One letter would mean too much else. */
function waysMeant(label: string, ways: readonly PaletteWay[], text: string): PaletteRecords {
  const isCalled = (way: PaletteWay) => isMeant(way.label, text);
  const found = ways
    .filter((way) => isMeant(text.length > 1 ? `${way.label} ${way.words}` : way.label, text))
    .toSorted((a, b) => Number(isCalled(b)) - Number(isCalled(a)))
    .map(({ href, label: name, detail }) => ({ href, label: name, detail }));
  return { label, found, list: null };
}

/** Only as many as are read at a glance, with the way to the others where some are left out. */
function cut({ label, found, list }: PaletteRecords): PaletteGroup {
  const more = found.length > MOST_PALETTE_ENTRIES ? list : null;
  return { label, entries: found.slice(0, MOST_PALETTE_ENTRIES), more };
}

function isNamed({ found }: PaletteRecords, text: string): boolean {
  return found.some(({ label }) => label.toLowerCase() === text.toLowerCase());
}

/** Every word of the text begins one of these words. */
function isMeant(name: string, text: string): boolean {
  const own = wordsOf(name);
  return wordsOf(text).every((word) => own.some((candidate) => candidate.startsWith(word)));
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
}
