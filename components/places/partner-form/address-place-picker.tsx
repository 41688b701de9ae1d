"use client";
import { type RefObject, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { PlaceUse } from "@/lib/places/neighbourhoods/schemas";
import type { ChosenPlace } from "../neighbourhoods/chosen-places";
import { FormPlacePicker } from "../neighbourhoods/form-place-picker";
import { requestPlaceOfPostcode } from "./postcode-request";

type Props = {
  use: PlaceUse;
  /** Every place that the box may hold from the beginning. */
  known: readonly ChosenPlace[];
  /** Where somebody without scripts looks for a place. */
  findHref: string;
};

/**
 * The neighbourhood of an address: chosen by hand, or found from the postcode by a button. Left blank it is found when
 * the form is saved, which is also the way for those without scripts.
 */
export function AddressPlacePicker({ use, known, findHref }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const { found, turn, said, isAsking, find } = usePostcode(use, root);
  return (
    <div ref={root} className="grid min-w-0 grid-cols-1 gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 noscript:hidden">
        <Button type="button" pending={isAsking} onClick={find}>
          Find the neighbourhood
        </Button>
        <p role="status" className="text-sm text-ink-muted">
          {said}
        </p>
      </div>
      <FormPlacePicker
        key={turn}
        name="addressPlace"
        label="Neighbourhood"
        help="The ward or, where that is not known, the district that the address lies in. Left blank, it is found from the postcode when you save."
        use={use}
        known={known}
        found={found}
        multiple={false}
        findHref={findHref}
      />
    </div>
  );
}

/** What the postcode was found to lie in, what is said about it, and how it is asked. Each finding is one more turn. */
function usePostcode(use: PlaceUse, root: RefObject<HTMLDivElement | null>) {
  const [answer, setAnswer] = useState<{ turn: number; found: ChosenPlace | null; said: string }>(nothingYet);
  const [isAsking, setIsAsking] = useState(false);
  useEffect(() => {
    if (answer.turn === 0) return;
    // The form hears of a chosen place as of anything typed.
    for (const kind of ["input", "change"]) root.current?.dispatchEvent(new Event(kind, { bubbles: true }));
  }, [answer.turn, root]);
  const find = async () => {
    setIsAsking(true);
    const reply = await requestPlaceOfPostcode(use, typedPostcode(root.current));
    setIsAsking(false);
    setAnswer(({ turn, found }) =>
      "fault" in reply
        ? { turn, found, said: reply.fault }
        : { turn: turn + 1, found: reply.place, said: `${reply.place.name} found.` },
    );
  };
  return { ...answer, isAsking, find };
}

const nothingYet = { turn: 0, found: null, said: "" };

function typedPostcode(inside: HTMLElement | null): string {
  const field = inside?.closest("form")?.elements.namedItem("postcode");
  return field instanceof HTMLInputElement ? field.value : "";
}
