export { type Asset, assets, assetUrl, findAsset, fontToPreload } from './assets.ts'
