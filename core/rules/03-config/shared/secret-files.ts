/** Prose, notebooks, requests, keys and settings of tools: nobody runs them, but credentials are pasted into them. */
export const PROSE_AND_KEYS =
  /\.(?:md|mdx|rst|adoc|txt|ipynb|http|rest|pem|key|ppk|ovpn|tf|tfvars|kt|kts|gradle|scala|swift|html)$|(?:^|\/)(?:\.npmrc|\.netrc|\.pypirc|\.dockercfg|\.s3cfg|\.boto|\.git-credentials|pip\.conf|pip\.ini|id_rsa|id_dsa|id_ecdsa|id_ed25519)$/;
