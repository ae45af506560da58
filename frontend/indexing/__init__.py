"""What search engines and browsers ask a site for beside its pages: sitemaps, robots.txt, how it is searched."""
