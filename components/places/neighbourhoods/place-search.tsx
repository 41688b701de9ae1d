"use client";
import { keepPreviousData, QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { Combobox } from "@/components/ui/combobox";
import type { FoundPlace, PlaceUse } from "@/lib/places/neighbourhoods/schemas";
import { placesQuery } from "./neighbourhoods-queries";
import { placeWords } from "./place-words";

/** What the box that suggests needs. */
export type PlaceSearchProps = {
  id: string;
  label: string;
  placeholder: string;
  help?: ReactNode;
  error?: string;
  initialText: string;
  /** Takes the focus when it appears, because the box that it replaces had it. */
  autoFocus: boolean;
  use: PlaceUse;
  /** Codes that are chosen already and not offered again. */
  taken: readonly string[];
  onChoose: (place: FoundPlace) => void;
};

/** How long typing rests before the server is asked, in milliseconds: less than people notice, more than between two letters. */
const TYPING_PAUSE_MS = 150;

/** The box that suggests places. Heavy: load it by `import()`. What it was told is forgotten with the page that it stands on. */
export function PlaceSearch(props: PlaceSearchProps) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <SuggestingBox {...props} />
    </QueryClientProvider>
  );
}

function SuggestingBox({ use, taken, initialText, error, onChoose, ...frame }: PlaceSearchProps) {
  const [text, setText] = useState(initialText);
  const asked = useRested(text.trim());
  const {
    data = [],
    isFetching,
    error: fault,
  } = useQuery({ ...placesQuery(use, asked), placeholderData: keepPreviousData });
  return (
    <Combobox
      {...frame}
      error={fault === null ? error : fault.message}
      initialText={initialText}
      items={data.filter(({ code }) => !taken.includes(code))}
      isLoading={isFetching || asked !== text.trim()}
      emptyText="No place that you may choose has this name."
      onInput={setText}
      onChoose={onChoose}
      itemKey={({ code }) => code}
      itemText={({ path }) => path.join(", ")}
      renderItem={(place) => <Suggestion place={place} />}
    />
  );
}

function Suggestion({ place }: { place: FoundPlace }) {
  return (
    <>
      <span className="font-medium">{place.name}</span>
      <span className="text-sm text-ink-muted">{placeWords(place)}</span>
    </>
  );
}

/** The text as it was when typing last rested. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
