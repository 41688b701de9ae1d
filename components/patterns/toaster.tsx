const TOASTER_ID = "toaster";

/**
 * The one polite live region that toasts speak through. It is there before anything is said, because screen readers pass
 * over a region that arrives together with its text.
 */
export function Toaster() {
  return <div id={TOASTER_ID} role="status" className="sr-only" />;
}

/** Has screen readers read a sentence out, as soon as they have finished theirs; an empty one clears the region for the next. */
export function announce(sentence: string): void {
  const region = document.getElementById(TOASTER_ID);
  if (region !== null) region.textContent = sentence;
}
