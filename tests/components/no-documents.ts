/** Stands for the content store: components are given their documents, and never find those of the owner's last `npm run dev`. */
export default new Map<string, never>();
