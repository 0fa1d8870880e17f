export { MirrorPage as default } from '../../../../src/mirror/mirror-page.tsx'
