"use client";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { fieldId } from "@/components/ui/field-frame";
import { TextLink } from "@/components/ui/text-link";
import type { PlaceUse } from "@/lib/places/neighbourhoods/schemas";
import { type ChosenPlace, PlaceChips, SinglePlace } from "./chosen-places";
import { LazyPlaceSearch } from "./lazy-place-search";

type Props = {
  /** What the chosen codes are sent as, once for each. */
  name: string;
  label: string;
  /** The label is read out but not shown, where the place around it says enough. */
  labelHidden?: boolean;
  placeholder?: string;
  help?: ReactNode;
  error?: string;
  use: PlaceUse;
  /** What is chosen when the page arrives, and again whenever the page brings something else. */
  chosen: readonly ChosenPlace[];
  multiple: boolean;
  /** Where somebody without scripts looks for a place: `placeFindHref` writes it. */
  findHref: string;
  /** What to know before one goes there. */
  findHelp?: string;
  /**
   * Of one place at most: a blank text is sent where none is chosen, which tells it from a form without the picker.
   * Without scripts it comes before the code as well, because a box may be ticked off again.
   */
  sendsBlank?: boolean;
};

/**
 * A box in which one types the name of a place and chooses from what may be chosen, each shown with what it lies in. The
 * chosen ones stand as chips and are sent with the form around it; each change is also a native `input` and `change`
 * event for it. What suggests is loaded when the box is first entered, and what was typed until then stays. Without
 * scripts the chips are checkboxes, and a link leads to a page that searches.
 */
export function PlacePicker(props: Props) {
  const { name, label, labelHidden = false, placeholder = "Type a name", help, error, use, multiple } = props;
  const root = useRef<HTMLDivElement>(null);
  const { places, said, add, remove } = useChoice(props, root);
  const [only] = multiple ? [] : places;
  const frame = { id: fieldId(name), label, labelHidden, help, error };
  return (
    <div ref={root} className="grid min-w-0 grid-cols-1 gap-2">
      {props.sendsBlank === true && <Blank name={name} isChosen={places.length > 0} />}
      {only === undefined ? (
        <LazyPlaceSearch
          {...frame}
          placeholder={placeholder}
          use={use}
          taken={places.map(({ code }) => code)}
          onChoose={add}
        />
      ) : (
        <SinglePlace key={only.code} {...frame} name={name} place={only} onRemove={remove} />
      )}
      {multiple && <PlaceChips label={`${label}: chosen`} name={name} places={places} onRemove={remove} />}
      <FindLink {...props} />
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}

/** Says that the picker was there; before a place that is chosen only for those without scripts, who may untick it. */
function Blank({ name, isChosen }: { name: string; isChosen: boolean }) {
  const blank = <input type="hidden" name={name} value="" />;
  return isChosen ? <noscript>{blank}</noscript> : blank;
}

/** The way to the page that searches, for those without scripts. */
function FindLink({ name, findHref, findHelp }: Props) {
  const id = `${fieldId(name)}-find`;
  return (
    <p className="hidden noscript:block">
      <TextLink href={findHref} aria-describedby={findHelp === undefined ? undefined : id}>
        Find a place
      </TextLink>
      {findHelp !== undefined && (
        <span id={id} className="block text-sm text-ink-muted">
          {findHelp}
        </span>
      )}
    </p>
  );
}

/** What is chosen, what has just been said about it, and how it changes. */
function useChoice({ chosen, multiple, name }: Props, root: RefObject<HTMLDivElement | null>) {
  const [places, setPlaces] = useState(chosen);
  const [given, setGiven] = useState(chosen);
  const [change, setChange] = useState({ count: 0, said: "" });
  if (codesOf(given) !== codesOf(chosen)) {
    setGiven(chosen);
    setPlaces(chosen);
  }
  useEffect(() => {
    if (change.count === 0) return;
    for (const kind of ["input", "change"]) root.current?.dispatchEvent(new Event(kind, { bubbles: true }));
    // What had the focus may be gone: the chip that was removed, or the box that made room for the one chosen.
    if (document.activeElement === document.body) document.getElementById(fieldId(name))?.focus();
  }, [change.count, name, root]);
  const become = (next: readonly ChosenPlace[], said: string) => {
    setPlaces(next);
    setChange(({ count }) => ({ count: count + 1, said }));
  };
  const others = (place: ChosenPlace) => places.filter(({ code }) => code !== place.code);
  const add = (place: ChosenPlace) => become(multiple ? [...others(place), place] : [place], `${place.name} chosen.`);
  const remove = (place: ChosenPlace) => become(others(place), `${place.name} removed.`);
  return { places, said: change.said, add, remove };
}

function codesOf(places: readonly ChosenPlace[]): string {
  return places.map(({ code }) => code).join(" ");
}
