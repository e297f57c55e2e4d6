/** A text that the interface shows in both its languages. */
export interface Words {
  en: string;
  zh: string;
}
