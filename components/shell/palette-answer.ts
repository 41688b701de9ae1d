import { useEffect, useRef, useState } from "react";
import { type PaletteGroup, paletteAnswerSchema, paletteHref } from "@/lib/platform/palette/schemas";

/** What there is for a text, or a sentence about why that could not be asked. */
export type PaletteAnswer = { text: string; groups: readonly PaletteGroup[]; fault: string | null };

/** How long typing rests before the server is asked, in milliseconds: less than people notice, more than between two letters. */
const TYPING_PAUSE_MS = 120;

/** Why a search failed, as the person reads it, by the status of the answer. */
const SENTENCES: Readonly<Record<number, string>> = {
  401: "Your session has ended. Sign in again to search.",
  429: "That was a lot of searching. Wait a minute, then go on.",
};

const FAILED = "The portal could not be searched. Check the connection and try again.";

/**
 * The latest answer, and a way to ask for it once more. Only the latest text is ever answered: an older question is given
 * up as soon as there is a newer one. Until then the answer before stays, which its `text` tells.
 * @param text null while the palette is closed. It opens with what it began with the last time, while it asks anew.
 */
export function usePaletteAnswer(text: string | null): { answer: PaletteAnswer | null; askAgain: () => void } {
  const [answer, setAnswer] = useState<PaletteAnswer | null>(null);
  const home = useRef<PaletteAnswer | null>(null);
  const again = useRef(() => {});
  useEffect(() => {
    if (text === null) {
      setAnswer(home.current);
      return;
    }
    const stop = new AbortController();
    const ask = async () => {
      const found = await askFor(text, stop.signal);
      if (stop.signal.aborted) return;
      if (text === "" && found.fault === null) home.current = found;
      setAnswer(found);
    };
    again.current = ask;
    const timer = setTimeout(ask, text === "" ? 0 : TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text]);
  const askAgain = () => {
    setAnswer(null);
    again.current();
  };
  return { answer, askAgain };
}

async function askFor(text: string, signal: AbortSignal): Promise<PaletteAnswer> {
  try {
    const response = await fetch(paletteHref(text), { signal, headers: { accept: "application/json" } });
    if (!response.ok) return { text, groups: [], fault: SENTENCES[response.status] ?? FAILED };
    return { text, groups: paletteAnswerSchema.parse(await response.json()).groups, fault: null };
  } catch {
    // Given up, cut off, or not what was asked for: whoever still waits for it reads the same.
    return { text, groups: [], fault: FAILED };
  }
}
