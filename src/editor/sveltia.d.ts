/** What we use of Sveltia CMS. The package is installed only where the editor is; its own types need React's. */
declare module '@sveltia/cms' {
  interface Cms {
    init: (options: { config: object }) => Promise<void>;
    registerCustomFormat: (
      name: string,
      extension: string,
      format: { fromFile: (text: string) => unknown; toFile: (value: Record<string, unknown>) => string },
    ) => void;
    registerFieldType: (name: string, control: unknown) => void;
    registerPreviewStyle: (address: string) => void;
    registerPreviewTemplate: (collection: string, template: unknown) => void;
  }
  const cms: Cms;
  export default cms;
}
