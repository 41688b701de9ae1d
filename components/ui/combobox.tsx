"use client";
import { ChevronsUpDown } from "lucide-react";
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox } from "react-aria-components/ComboBox";
import { Group } from "react-aria-components/Group";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Text } from "react-aria-components/Text";
import { FieldError, FieldHelp } from "./field-frame";
import { Spinner } from "./spinner";

/** What a combobox takes. It holds no value: a choice is handed over, and the box is empty again. */
export type ComboboxProps<Item> = {
  /** The input's id, for the links of an error summary. */
  id?: string;
  label: string;
  help?: ReactNode;
  error?: string;
  placeholder?: string;
  /** What was typed before this part was loaded. */
  initialText?: string;
  /** Takes the focus as it appears, because it replaces what had it. */
  autoFocus?: boolean;
  /** What may be chosen for the text typed now, best first; whoever passes them has filtered them. */
  items: readonly Item[];
  /** The items for the text typed now are on their way. */
  isLoading?: boolean;
  /** Said in the list when nothing matches. */
  emptyText?: string;
  onInput: (text: string) => void;
  onChoose: (item: Item) => void;
  itemKey: (item: Item) => string;
  /** The item in words, for screen readers and for typing ahead. */
  itemText: (item: Item) => string;
  renderItem: (item: Item) => ReactNode;
};

/**
 * A text box that suggests while one types (react-aria). Heavy: load it by `import()` on the first focus, never with
 * the page, and show it by `flushSync`, so that no key is lost between the box before it and this one. Arrow keys,
 * Enter, Escape and a screen reader work as the ARIA pattern "combobox" says.
 */
export function Combobox<Item>(props: ComboboxProps<Item>) {
  const { id, label, help, error, placeholder, items, isLoading = false } = props;
  const { box, text, isResting, change, choose, wake } = useTyping(props);
  return (
    <ComboBox
      className="grid gap-1.5"
      allowsEmptyCollection={text !== ""}
      isInvalid={error !== undefined}
      items={isResting ? [] : items.map((item) => ({ id: props.itemKey(item), item }))}
      onOpenChange={(isOpen) => isOpen && wake()}
      inputValue={text}
      onInputChange={change}
      value={null}
      onChange={choose}
    >
      <Label className="justify-self-start text-base font-medium">{label}</Label>
      {help !== undefined && (
        <Text slot="description" elementType="div">
          <FieldHelp>{help}</FieldHelp>
        </Text>
      )}
      {error !== undefined && (
        <Text slot="errorMessage" elementType="div">
          <FieldError>{error}</FieldError>
        </Text>
      )}
      <Box ref={box} id={id} placeholder={placeholder} invalid={error !== undefined} isLoading={isLoading} />
      <Popover offset={4} className={popoverClass}>
        <Suggestions {...props} isLoading={isLoading} />
      </Popover>
    </ComboBox>
  );
}

/** What is typed, and whether anything is suggested for it. */
function useTyping<Item>(props: ComboboxProps<Item>) {
  const { initialText = "", autoFocus } = props;
  const [text, setText] = useState("");
  const box = useRef<HTMLInputElement>(null);
  // Before the browser takes the next key, which would go elsewhere, or be overwritten by the text from before it.
  useLayoutEffect(() => {
    if (autoFocus === true) box.current?.focus();
    // Given as if it were typed now that the box has the focus: only then does react-aria show what it suggests.
    if (initialText !== "") setText(initialText);
  }, [autoFocus, initialText]);
  // After a choice nothing is suggested until one types or opens the list: react-aria would show it again by itself as
  // soon as the items for the empty text arrive.
  const [isResting, setIsResting] = useState(false);
  const change = (typed: string) => {
    setIsResting(false);
    setText(typed);
    props.onInput(typed);
  };
  const choose = (key: unknown) => {
    const item = props.items.find((candidate) => props.itemKey(candidate) === key);
    // Escape, and leaving the box, choose nothing: what was typed is no place, and goes.
    if (item !== undefined) props.onChoose(item);
    change("");
    setIsResting(true);
  };
  return { box, text, isResting, change, choose, wake: () => setIsResting(false) };
}

function Box({
  ref,
  id,
  placeholder,
  invalid,
  isLoading,
}: {
  ref: RefObject<HTMLInputElement | null>;
  id?: string;
  placeholder?: string;
  invalid: boolean;
  isLoading: boolean;
}) {
  return (
    <Group className={`${groupClass} ${invalid ? "border-danger inset-ring inset-ring-danger" : "border-line-strong"}`}>
      <Input ref={ref} id={id} placeholder={placeholder} className={inputClass} />
      <Button className="inline-flex w-8 items-center justify-center text-ink-muted">
        {isLoading ? <Spinner /> : <ChevronsUpDown aria-hidden className="size-4" />}
      </Button>
    </Group>
  );
}

function Suggestions<Item>({ isLoading, emptyText = "Nothing matches.", itemText, renderItem }: ComboboxProps<Item>) {
  return (
    <ListBox<{ id: string; item: Item }>
      className="max-h-80 overflow-auto overscroll-contain py-1.5 outline-none"
      renderEmptyState={() => (
        <p className="px-3.5 py-1.5 text-ink-muted">{isLoading === true ? "Searching…" : emptyText}</p>
      )}
    >
      {({ item }) => (
        <ListBoxItem textValue={itemText(item)} className={itemClass}>
          {renderItem(item)}
        </ListBoxItem>
      )}
    </ListBox>
  );
}

const groupClass =
  "flex min-h-9 rounded-md border bg-surface shadow-card transition-colors has-focus-visible:outline-2 has-focus-visible:-outline-offset-1 has-focus-visible:outline-focus";

const inputClass =
  "min-w-0 flex-1 rounded-md bg-transparent ps-3 text-base placeholder:text-ink-muted focus-visible:outline-none max-sm:text-lg";

const popoverClass =
  "w-(--trigger-width) min-w-72 max-w-[calc(100vw-1.5rem)] overflow-hidden rounded-lg border border-line bg-raised text-ink shadow-menu outline-none";

const itemClass =
  "flex min-h-9 cursor-default flex-col justify-center px-3.5 py-1 outline-none data-focused:bg-accent-soft data-focused:text-accent-strong forced-colors:data-focused:outline-2 forced-colors:data-focused:-outline-offset-2";
