import { complain } from './dialog.ts';
import { announce } from './elements.ts';
import { Refusal, sendPicture } from './server.ts';

/** Store a picture; returns the value to write, or null after showing why it was not stored. */
export async function storePicture(path: string, file: File): Promise<string | null> {
  announce(`Storing ${file.name || 'the picture'} …`);
  try {
    const { value } = await sendPicture(path, file);
    thumbnails.set(value, URL.createObjectURL(file));
    return value;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    void complain(`${file.name || 'The picture'} was not stored. ${error.message}`);
    return null;
  }
}

/** The picture that was just stored, before the development server knows it. */
export function thumbnailOf(value: string): string | undefined {
  return thumbnails.get(value);
}

/** Take pictures that are dropped on an element, or pasted into it. The innermost element takes them. */
export function takePictures(element: HTMLElement, take: (files: File[]) => void): void {
  const over = (on: boolean) => (event: DragEvent) => {
    if (on && !event.dataTransfer?.types.includes('Files')) return;
    if (on) event.preventDefault();
    element.classList.toggle('dropping', on);
  };
  element.addEventListener('dragover', over(true));
  element.addEventListener('dragleave', over(false));
  element.addEventListener('drop', (event) => {
    element.classList.remove('dropping');
    takeFrom(event, event.dataTransfer, take);
  });
  element.addEventListener('paste', (event) => takeFrom(event, event.clipboardData, take));
}

function takeFrom(event: Event, transfer: DataTransfer | null, take: (files: File[]) => void): void {
  const files = [...(transfer?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
  if (files.length === 0 || event.defaultPrevented) return;
  event.preventDefault();
  take(files);
}

const thumbnails = new Map<string, string>();
