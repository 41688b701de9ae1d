"use client";
import { type ComponentType, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { controlClass } from "@/components/ui/control";
import { FieldFrame } from "@/components/ui/field-frame";
import type { PlaceSearchProps } from "./place-search";

type Props = Omit<PlaceSearchProps, "initialText" | "autoFocus"> & { labelHidden: boolean };

type Loaded = Pick<PlaceSearchProps, "initialText" | "autoFocus"> & { Search: ComponentType<PlaceSearchProps> };

/** A plain text box until it is entered; then what suggests takes its place, with the text and, if it still has it, the focus. */
export function LazyPlaceSearch({ labelHidden, ...props }: Props) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failed, setFailed] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const load = () => {
    setFailed(false);
    import("./place-search").then(
      ({ PlaceSearch }) => {
        const autoFocus = document.activeElement === box.current;
        const initialText = box.current?.value ?? "";
        // All at once: a key that came between the reading of the text and the new box would be lost.
        flushSync(() => setLoaded({ Search: PlaceSearch, initialText, autoFocus }));
      },
      () => setFailed(true),
    );
  };
  return (
    <div className={`*:grid-cols-1 ${labelHidden ? "[&_label]:sr-only" : ""}`}>
      {loaded === null ? (
        <PlainBox {...props} box={box} failed={failed} onEnter={load} />
      ) : (
        <loaded.Search {...props} initialText={loaded.initialText} autoFocus={loaded.autoFocus} />
      )}
    </div>
  );
}

const FAILED = "The search could not be loaded. Leave the box and enter it again.";

type PlainProps = Omit<Props, "labelHidden"> & {
  box: React.RefObject<HTMLInputElement | null>;
  failed: boolean;
  onEnter: () => void;
};

function PlainBox({ id, label, help, error, placeholder, box, failed, onEnter }: PlainProps) {
  const shown = failed ? FAILED : error;
  return (
    <FieldFrame id={id} label={label} help={help} error={shown}>
      {(described) => (
        <input
          ref={box}
          id={id}
          {...described}
          placeholder={placeholder}
          autoComplete="off"
          onFocus={onEnter}
          className={`min-h-9 noscript:hidden ${controlClass(shown !== undefined)}`}
        />
      )}
    </FieldFrame>
  );
}
